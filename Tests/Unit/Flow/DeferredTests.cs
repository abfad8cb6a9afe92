using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary><c>[RunsAtDispose]</c>: the function of a scope guard counts where the guard is disposed.</summary>
public sealed class DeferredTests
{
    private const string Guards = """

        [TrustedContract]
        public sealed class Guard : IDisposable, IAsyncDisposable
        {
            public Guard([RunsAtDispose] Action undo) { }
            public bool IsArmed => true;
            public void Disarm() { }
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }

        public readonly struct Scope : IDisposable { public Scope([RunsAtDispose] Action undo) { } public void Dispose() { } }

        public static class Scopes { public static IDisposable Defer([RunsAtDispose] Action undo) => null; }
        """;

    [Theory]
    [InlineData("var x = Pool.Take(); using var scope = Scopes.Defer(() => x.Put()); x.Read();")]
    [InlineData("var x = Pool.Take(); using (Scopes.Defer(() => x.Put())) x.Read();")]
    [InlineData("var x = Pool.Take(); var guard = new Guard(() => x.Put()); x.Read(); guard.Dispose();")]
    [InlineData("var x = Pool.Take(); using var scope = new Scope(() => x.Put()); x.Read();")]
    [InlineData("var x = Pool.Take(); using var guard = new Guard(() => { if (a) x.Put(); else Pool.Give(x); }); if (guard.IsArmed) x.Read();")]
    [InlineData("var x = Pool.Take(); void Free() => x.Put(); using var scope = Scopes.Defer(Free); x.Read();")]
    [InlineData("var x = Pool.Take(); using var scope = Scopes.Defer(() => x.Put()); if (a) throw new Exception(); x.Read();")]
    [InlineData("for (int i = 0; i < n; i++) { var x = Pool.Take(); using var scope = Scopes.Defer(() => x.Put()); if (i == 2) continue; x.Read(); }")]
    public Task Clean(string body) => VerifyAsync("public void M(bool a, int n) { " + body + " }");

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; using var scope = Scopes.Defer(() => x.Read());")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Scopes.Defer(() => x.Put());")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var guard = new Guard(() => x.Put()); if (a) guard.Dispose();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; using var scope = Scopes.Defer(() => { if (a) x.Put(); });")]
    [InlineData("var x = Pool.Take(); using ({|DVM2002:Scopes.Defer(() => x.Put())|}) x.Put();")]
    [InlineData("var x = Pool.Take(); var guard = new Guard(() => x.Put()); guard.Dispose(); {|DVM2003:x.Read()|};")]
    public Task Faulty(string body) => VerifyAsync("public void M(bool a, int n) { " + body + " }");

    [Fact]
    public Task Disposed_asynchronously() => VerifyAsync(
        "public async Task M() { var x = Pool.Take(); await using var guard = new Guard(() => x.Put()); await Task.Yield(); x.Read(); }");

    /// <summary>Whoever else has the guard may dispose it, and what a member without contract does to it nobody says.</summary>
    [Theory]
    [InlineData("public IDisposable M() { var x = Pool.Take(); return new Guard(() => x.Put()); }")]
    [InlineData("private Guard _guard; public void M() { var x = Pool.Take(); _guard = new Guard(() => x.Put()); }")]
    [InlineData("public void M(bool a) { var x = Pool.Take(); using var guard = new Guard(() => x.Put()); if (a) { guard.Disarm(); x.Put(); } }")]
    [InlineData("public void M() { var x = Pool.Take(); using var scope = Scopes.Defer(x.Put); x.Read(); }")]
    public Task Silent(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => CountedCode.VerifyAsync("public class C { " + member + " }" + Guards);
}
