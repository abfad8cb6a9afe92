using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A contract may stand on any kind of member: inherited, static, generic, of an extension, of a struct.</summary>
public sealed class KindsOfMemberTests
{
    private const string World = """

        public interface ICounted { [AcquiresRef] void AddRef(); [ReleasesRef] void Release(); [RequiresRef] int Use(); }
        [TrustedContract] public class Node : ICounted { [AcquiresRef] public Node() { } public void AddRef() { } public virtual void Release() { } public int Use() => 0; }
        [TrustedContract] public class Leaf : Node { [AcquiresRef] public Leaf() { } public override void Release() { } }
        [TrustedContract] public sealed class Hidden : ICounted { [AcquiresRef] public Hidden() { } void ICounted.AddRef() { } void ICounted.Release() { } int ICounted.Use() => 0; }
        [TrustedContract] public abstract class Base { [AcquiresRef(When = When.True)] public abstract bool TryAddRef(); [ReleasesRef] public abstract void Release(); }
        [TrustedContract] public sealed class Derived : Base { public override bool TryAddRef() => true; public override void Release() { } }
        [TrustedContract] public static class Extensions
        {
            public static void Grab([AcquiresRef] this Node node) { }
            public static bool TryGrab([AcquiresRef(When = When.True)] this Node node) => true;
            public static void Drop([ReleasesRef] this Node node) { }
            public static T Share<T>([AcquiresRef] this T item) where T : class, ICounted => item;
        }
        [TrustedContract] public static class Global { [AcquiresRef] public static void Enter() { } [ReleasesRef] public static void Leave() { } }
        [TrustedContract] public sealed class Source<T> where T : class
        {
            public T Current { [return: AcquiresRef] get => null; }
            [BorrowedRef] public Item Lent => null;
            [UncountedRef] public Item Bare => null;
            [return: AcquiresRef] public T Make() => null;
            public void Return([ReleasesRef] T item) { }
        }
        [TrustedContract] public struct Handle { [AcquiresRef] public void Get() { } [AcquiresRef(When = When.True)] public bool TryGet() => true; [ReleasesRef] public void Put() { } [return: AcquiresRef] public static Handle Open() => default; }
        """;

    [Theory]
    [InlineData("ICounted c = new Node(); c.Release();")]
    [InlineData("Node c = new Leaf(); c.Release();")]
    [InlineData("var c = new Leaf(); c.AddRef(); c.Release(); c.Release();")]
    [InlineData("ICounted c = new Hidden(); c.Use(); c.Release();")]
    [InlineData("lent.AddRef(); lent.Release();")]
    [InlineData("if (derived.TryAddRef()) derived.Release();")]
    [InlineData("node.Grab(); node.Drop();")]
    [InlineData("if (!node.TryGrab()) return; node.Release();")]
    [InlineData("node?.Grab(); node?.Drop();")]
    [InlineData("var x = source.Make(); source.Return(x);")]
    [InlineData("var x = source.Current; x.Put();")]
    [InlineData("generic.AddRef(); generic.Release();")]
    [InlineData("var s = new T(); s.Use();")]
    [InlineData("var h = Handle.Open(); h.Put();")]
    [InlineData("handle.Get(); handle.Put();")]
    [InlineData("if (handle.TryGet()) handle.Put();")]
    [InlineData("Global.Enter(); Global.Leave();")]
    [InlineData("Global.Enter(); try { node.Use(); } finally { Global.Leave(); }")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("ICounted c = {|DVM2001:new Node()|}; c.Use();")]
    [InlineData("Node c = new Leaf(); c.Release(); {|DVM2002:c.Release()|};")]
    [InlineData("ICounted c = new Hidden(); c.Release(); {|DVM2003:c.Use()|};")]
    [InlineData("{|DVM2001:lent.AddRef()|};")]
    [InlineData("if ({|DVM2001:derived.TryAddRef()|}) derived.ToString();")]
    [InlineData("{|DVM2001:node.Grab()|};")]
    [InlineData("{|DVM2002:node.Drop()|};")]
    [InlineData("if (!{|DVM2001:node.TryGrab()|}) return;")]
    [InlineData("{|DVM2005:node.TryGrab()|}; node.Drop();")]
    [InlineData("var x = {|DVM2001:source.Make()|};")]
    [InlineData("var x = source.Make(); source.Return(x); {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:source.Current|};")]
    [InlineData("var x = source.Lent; {|DVM2002:x.Put()|};")]
    [InlineData("{|DVM2001:generic.AddRef()|};")]
    [InlineData("var h = {|DVM2001:Handle.Open()|};")]
    [InlineData("var h = Handle.Open(); h.Put(); {|DVM2002:h.Put()|};")]
    [InlineData("{|DVM2001:handle.Get()|};")]
    [InlineData("{|DVM2005:handle.TryGet()|}; handle.Put();")]
    [InlineData("{|DVM2001:Global.Enter()|}; if (a) return; Global.Leave();")]
    [InlineData("Global.Enter(); Global.Leave(); {|DVM2002:Global.Leave()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public class C { public void M<T>(bool a, ICounted lent, Node node, Derived derived, T generic, Handle handle, Source<Item> source) where T : class, ICounted, new() {\n"
        + body + "\n} }" + World);
}
