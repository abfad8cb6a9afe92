using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Copies of a counted struct, boxed and nullable ones included, are names of one reference.</summary>
public sealed class StructTests
{
    private const string Lease = """

        [TrustedContract]
        public struct Lease : IDisposable
        {
            [AcquiresRef] public Lease(int n) { }
            [RequiresRef] public int Read() => 0;
            [ReleasesRef] public void Dispose() { }
        }
        """;

    [Theory]
    [InlineData("var x = new Lease(1); var y = x; y.Dispose();")]
    [InlineData("IDisposable x = new Lease(1); x.Dispose();")]
    [InlineData("object x = new Lease(1); ((Lease)x).Dispose();")]
    [InlineData("object x = new Lease(1); if (x is Lease y) y.Dispose();")]
    [InlineData("Lease? x = new Lease(1); x?.Dispose();")]
    [InlineData("Lease? x = new Lease(1); x.Value.Dispose();")]
    [InlineData("Lease? x = null; if (a) x = new Lease(1); x?.Dispose();")]
    [InlineData("Lease? x = a ? new Lease(1) : null; if (x is { } y) y.Dispose();")]
    [InlineData("Lease? x = a ? new Lease(1) : null; if (x.HasValue) x.GetValueOrDefault().Dispose();")]
    [InlineData("using (IDisposable x = new Lease(1)) { }")]
    [InlineData("var x = default(Lease); x = new Lease(1); x.Dispose();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:new Lease(1)|}; var y = x;")]
    [InlineData("var x = new Lease(1); var y = x; y.Dispose(); {|DVM2002:x.Dispose()|};")]
    [InlineData("IDisposable x = {|DVM2001:new Lease(1)|}; if (a) x.Dispose();")]
    [InlineData("IDisposable x = new Lease(1); x.Dispose(); {|DVM2002:x.Dispose()|};")]
    [InlineData("Lease? x = {|DVM2001:new Lease(1)|}; x?.Read();")]
    [InlineData("Lease? x = new Lease(1); x.Value.Dispose(); {|DVM2003:x.Value.Read()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync("public class C { public void M(bool a) { " + body + " } }" + Lease);
}
