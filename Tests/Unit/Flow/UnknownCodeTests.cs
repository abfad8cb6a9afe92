using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Where the analysis cannot know it is silent: for one reason each.</summary>
public sealed class UnknownCodeTests
{
    private const string World = """

        public interface IKeeper { void Keep(Item item); }
        public abstract class Keeper { public abstract void Keep(Item item); public virtual void Watch(Item item) { } }

        """;

    [Theory]
    // An interface member that says nothing may keep the argument.
    [InlineData("var x = Pool.Take(); keeper.Keep(x);")]
    // So may an abstract or a virtual one,
    [InlineData("var x = Pool.Take(); other.Keep(x);")]
    [InlineData("var x = Pool.Take(); other.Watch(x);")]
    // a delegate,
    [InlineData("var x = Pool.Take(); sink(x);")]
    // and a foreign method.
    [InlineData("var x = Pool.Take(); System.Runtime.CompilerServices.Unsafe.AsRef(in x);")]
    // A reference to the variable leaves: anything may be written to it.
    [InlineData("var x = Pool.Take(); Refill(ref x);")]
    // Late binding calls what cannot be seen.
    [InlineData("dynamic d = Pool.Take(); d.Put();")]
    [InlineData("var x = Pool.Take(); ((dynamic)other).Keep(x);")]
    // Elements of an array are not told apart.
    [InlineData("many[0].Get(); many[1].Put();")]
    [InlineData("foreach (var x in many) x.Put();")]
    [InlineData("for (int i = 0; i < many.Length; i++) many[i].Get();")]
    // Where an object of a collection comes from is not known.
    [InlineData("var x = list[0]; list.RemoveAt(0); x.Put();")]
    [InlineData("foreach (var x in list.Where(i => i.IsAlive)) x.Put();")]
    [InlineData("if (list.Count > 0) { list[0].Put(); list.Clear(); }")]
    // A pointer or address may be used behind its back.
    [InlineData("var h = new Handle(); unsafe { Handle* p = &h; p->Get(); }")]
    public Task Silent(string body) => CountedCode.VerifyAsync(
        "public class C { private void Refill(ref Item item) { } public void M(IKeeper keeper, Keeper other, Action<Item> sink, Item[] many, List<Item> list) {\n"
        + body + "\n} }" + World
        + "[TrustedContract] public struct Handle { [AcquiresRef] public void Get() { } [ReleasesRef] public void Put() { } }");
}
