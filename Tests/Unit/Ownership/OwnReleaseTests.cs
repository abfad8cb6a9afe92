using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>The release of a type, path by path.</summary>
public sealed class OwnReleaseTests
{
    [Theory]
    [InlineData("public void Dispose() { _f?.Put(); _f = null; }")]
    [InlineData("public void Dispose() { var f = _f; _f = null; f?.Put(); }")]
    [InlineData("public void Dispose() => Interlocked.Exchange(ref _f, null)?.Put();")]
    [InlineData("public void Dispose() { if (_done) return; _done = true; _f?.Put(); }")]
    [InlineData("public void Dispose() { if (!_done) { _f?.Put(); } _done = true; }")]
    [InlineData("public void Dispose() { if (Interlocked.Decrement(ref _count) > 0) return; _f?.Put(); _f = null; }")]
    [InlineData("public void Dispose() { if (Interlocked.Exchange(ref _count, 1) == 1) return; _f?.Put(); }")]
    [InlineData("public void Dispose() { if (_f == null) return; _f.Put(); _f = null; }")]
    [InlineData("public void Dispose() { if (_f is { } f) { _f = null; f.Put(); } }")]
    [InlineData("public void Dispose() { Free(); } private void Free() { _f?.Put(); _f = null; }")]
    [InlineData("public void Dispose() { Dispose(true); GC.SuppressFinalize(this); } private void Dispose(bool all) { if (all) { _f?.Put(); _f = null; } } ~C() { Dispose(false); }")]
    [InlineData("public void Dispose() { try { _f?.Read(); } finally { _f?.Put(); _f = null; } }")]
    [InlineData("public void Dispose() { _f?.Close(); }")]
    [InlineData("[ReleasesRef(Kind = \"dispose\")] public void Dispose() { _f?.Put(); }")]
    [InlineData("[ReleasesRef(Kind = \"dispose\")] public void Dispose(bool leaveOpen) { if (leaveOpen) return; _f?.Put(); } public void Dispose() { Dispose(false); }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void Dispose() { {|DVM2007:_f = null|}; }")]
    [InlineData("public void {|DVM2007:Dispose|}() { if (n > 3) { _f?.Put(); _f = null; } } private static int n;")]
    [InlineData("[ReleasesRef(Kind = \"dispose\")] public bool Try(int n) { if (n > 3) { _f?.Put(); _f = null; return true; } {|DVM2007:return false;|} } public void Dispose() { Try(5); }")]
    [InlineData("public void Dispose() { {|DVM2002:_f.Put()|}; }")]
    [InlineData("public void Dispose() { _f?{|DVM2002:.Put()|}; }")]
    [InlineData("public void Dispose() { if (_f != null) { {|DVM2002:_f.Put()|}; } }")]
    [InlineData("public void Dispose() { {|DVM2002:_f.Put()|}; _done = true; }")]
    public Task Faulty(string member) => VerifyAsync(member);

    /// <summary>A struct that knows whether it is held is asked instead of being cleared.</summary>
    [Fact]
    public Task Asked_for_its_reference() => CountedCode.VerifyAsync(
        """
        [TrustedContract] public struct Pin { [return: AcquiresRef] public static Pin Of(object o) => default; [ReleasesRef] public void Free() { } [RefTest] public bool IsAllocated => true; }
        public sealed class C : IDisposable { [OwnedRef] private Pin _pin = Pin.Of(null); public void Dispose() { if (_pin.IsAllocated) _pin.Free(); } }
        """);

    private static Task VerifyAsync(string members) => CountedCode.VerifyAsync(
        "public class C : IDisposable { [OwnedRef] private Item _f = Pool.Take(); private bool _done; private int _count;\n" + members + "\n}");
}
