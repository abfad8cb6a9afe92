using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A wrapper takes a reference over; a scope guard gives it back when it is disarmed.</summary>
public sealed class ScopeGuardTests
{
    private const string Guards = """

        [TrustedContract]
        public sealed class Guard : IDisposable
        {
            public Guard([ReleasesRef] Item item) { }
            public bool IsArmed => true;
            public void Disarm() { }
            [ReleasesRef(Kind = "dispose", Idempotent = true)] public void Dispose() { }
        }

        [TrustedContract]
        public sealed class Keeper : IDisposable
        {
            [AcquiresRef] public Keeper([ReleasesRef, KeptBy] Item item) { }
            [ReleasesRef] public void Dispose() { }
        }
        """;

    [Theory]
    [InlineData("var x = Pool.Take(); using var guard = new Guard(x);")]
    [InlineData("var x = Pool.Take(); using var guard = new Guard(x); if (a) throw new Exception(); guard.Disarm(); x.Put();")]
    [InlineData("var x = Pool.Take(); using (var guard = new Guard(x)) { guard.Disarm(); } x.Read(); x.Put();")]
    [InlineData("var x = Pool.Take(); using var keeper = new Keeper(x); x.Read();")]
    [InlineData("var x = Pool.Take(); using var keeper = new Keeper(x); x.Get(); x.Put(); x.Read();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = Pool.Take(); using var guard = new Guard(x); {|DVM2003:x.Read()|};")]
    [InlineData("var x = Pool.Take(); using var guard = new Guard(x); if (guard.IsArmed) {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); var guard = new Guard(x); guard.Dispose(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = Pool.Take(); var keeper = new Keeper(x); keeper.Dispose(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = Pool.Take(); using var keeper = new Keeper(x); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); var keeper = {|DVM2001:new Keeper(x)|}; x.Read();")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync("public class C { public void M(bool a) { " + body + " } }" + Guards);
}
