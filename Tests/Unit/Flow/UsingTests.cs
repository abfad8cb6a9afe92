using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary><c>using</c> in all its forms is a release that the compiler writes.</summary>
public sealed class UsingTests
{
    private const string Lease = """

        [TrustedContract]
        public sealed class Lease : IDisposable
        {
            [AcquiresRef] public Lease() { }
            [RequiresRef] public int Read() => 0;
            [ReleasesRef] public void Dispose() { }
        }

        [TrustedContract]
        public sealed class AsyncLease : IAsyncDisposable
        {
            [AcquiresRef] public AsyncLease() { }
            [RequiresRef] public int Read() => 0;
            [ReleasesRef] public ValueTask DisposeAsync() => default;
        }

        [TrustedContract]
        public struct Guard : IDisposable
        {
            [AcquiresRef] public Guard(int n) { }
            [ReleasesRef] public void Dispose() { }
        }

        public static class Leases
        {
            [TrustedContract] [return: AcquiresRef(When = When.NotNull)] public static Lease Find(int n) => null;
        }
        """;

    [Theory]
    [InlineData("using (var x = new Lease()) { x.Read(); }")]
    [InlineData("using var x = new Lease(); if (a) return; x.Read();")]
    [InlineData("using (new Lease()) { }")]
    [InlineData("var x = new Lease(); using (x) { x.Read(); }")]
    [InlineData("using var x = new Lease(); using var y = new Lease(); y.Read();")]
    [InlineData("await using var x = new AsyncLease(); x.Read();")]
    [InlineData("await using (var x = new AsyncLease()) { if (a) return; x.Read(); }")]
    [InlineData("await using (new AsyncLease().ConfigureAwait(false)) { }")]
    [InlineData("using var x = Leases.Find(n); x?.Read();")]
    [InlineData("using (var x = a ? new Lease() : null) { }")]
    [InlineData("using var g = new Guard(1);")]
    [InlineData("while (a) { using var x = new Lease(); if (b) break; x.Read(); }")]
    [InlineData("var x = new AsyncLease(); await x.DisposeAsync();")]
    [InlineData("var x = new AsyncLease(); await using (x.ConfigureAwait(false)) { x.Read(); }")]
    [InlineData("var x = new AsyncLease(); await using var scope = x.ConfigureAwait(false); if (a) return; x.Read();")]
    [InlineData("using IDisposable x = new Lease();")]
    [InlineData("IDisposable x = a ? new Lease() : null; x?.Dispose();")]
    [InlineData("object x = new Lease(); using (x as IDisposable) { }")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:new Lease()|}; x.Read();")]
    [InlineData("var x = new Lease(); using (x) { } {|DVM2003:x.Read()|};")]
    [InlineData("var x = new Lease(); using (x) { x.Read(); } {|DVM2002:x.Dispose()|};")]
    [InlineData("using var x = new Lease(); using var y = {|DVM2001:new Lease()|} is var z && a ? null : new Lease();")]
    [InlineData("var x = {|DVM2001:new AsyncLease()|}; x.Read();")]
    [InlineData("var x = new AsyncLease(); await using (x) { } {|DVM2003:x.Read()|};")]
    [InlineData("var g = {|DVM2001:new Guard(1)|};")]
    [InlineData("var x = {|DVM2001:Leases.Find(n)|}; x?.Read();")]
    [InlineData("var x = {|DVM2001:new Lease()|}; if (a) { using (x) { } }")]
    [InlineData("{|DVM2001:new Lease()|}.Read();")]
    [InlineData("var x = new AsyncLease(); await using (x.ConfigureAwait(false)) { } {|DVM2003:x.Read()|};")]
    [InlineData("IDisposable x = {|DVM2001:new Lease()|}; if (a) x.Dispose();")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>The value is computed before the object is gone, but whoever gets the object itself gets it dead.</summary>
    [Theory]
    [InlineData("int M() { using var x = new Lease(); return x.Read(); }")]
    [InlineData("int M() { using (var x = Leases.Find(1)) return x?.Read() ?? 0; }")]
    [InlineData("Lease M() { using var x = new Lease(); return {|DVM2003:x|}; }")]
    [InlineData("Lease M(bool a) { using (var x = Leases.Find(1)) { if (a) return {|DVM2003:x|}; } return null; }")]
    public Task Returned_from_inside(string member) => CountedCode.VerifyAsync("public class C { public " + member + " }" + Lease);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyAsync("public class C { public async Task M(bool a, bool b, int n) { await Task.Yield(); " + body + " } }" + Lease);
}
