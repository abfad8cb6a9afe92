using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>Owned fields that no release of their type touches.</summary>
public sealed class UntouchedFieldTests
{
    private const string Base = """
        public class B : IDisposable
        {
            [OwnedRef] private Item _b = Pool.Take();
            public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            protected virtual void Dispose(bool disposing) { if (disposing) { _b?.Put(); _b = null; } }
        }

        """;

    [Theory]
    [InlineData("class C : B { [OwnedRef] private Item _f; protected override void Dispose(bool disposing) { if (disposing) { _f?.Put(); _f = null; } base.Dispose(disposing); } }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item _f; void IDisposable.Dispose() => Close(); public void Close() { _f?.Put(); _f = null; } }")]
    [InlineData("sealed class C { [OwnedRef] private Item _f; ~C() { _f?.Put(); } }")]
    [InlineData("class C : IDisposable, IAsyncDisposable { [OwnedRef] private Item _f; public void Dispose() { _f?.Put(); _f = null; } public ValueTask DisposeAsync() { Dispose(); return default; } }")]
    [InlineData("class C : IDisposable { [OwnedRef] private readonly List<Item> _l = new(); public void Dispose() { foreach (var x in _l) x.Put(); _l.Clear(); } }")]
    public Task Clean(string type) => VerifyAsync(type);

    [Theory]
    [InlineData("class C { [OwnedRef] private Item {|DVM2007:_f|} = Pool.Take(); }")]
    [InlineData("struct C { [OwnedRef] private Item {|DVM2007:_f|}; public C(Item item) { _f = item; } }")]
    [InlineData("class C : B { [OwnedRef] private Item {|DVM2007:_f|}; }")]
    [InlineData("class C : B { [OwnedRef] private Item {|DVM2007:_f|}; protected override void Dispose(bool disposing) { base.Dispose(disposing); } }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item {|DVM2007:_f|}; public void Dispose() { } }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item {|DVM2007:_f|}; public void Dispose() { if (_f != null) { _f.Name = null; } } }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item {|DVM2007:_f|}; public void Dispose() { } public void Swap() { _f?.Put(); _f = Pool.Take(); } }")]
    [InlineData("class C { [OwnedRef] private readonly List<Item> {|DVM2007:_l|} = new(); public void Add([ReleasesRef] Item item) => _l.Add(item); }")]
    [InlineData("class C : IDisposable, IAsyncDisposable { [OwnedRef] private Item _f; public void Dispose() { _f?.Put(); _f = null; } public ValueTask {|DVM2007:DisposeAsync|}() => default; }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item {|DVM2007:Held|} { get; set; } public void Dispose() { } }")]
    public Task Faulty(string type) => VerifyAsync(type);

    /// <summary>Somebody may give it up all the same.</summary>
    [Theory]
    [InlineData("class C { [OwnedRef] internal Item F; }")]
    [InlineData("record C([property: OwnedRef] Item Item);")]
    [InlineData("class C { [OwnedRef] private Item _f; public void Close() { _f?.Put(); _f = null; } }")]
    [InlineData("class C { [OwnedRef] private static Item s_f = Pool.Take(); }")]
    [InlineData("abstract class C : IDisposable { [OwnedRef] private Item _f; public abstract void Dispose(); }")]
    [InlineData("abstract class C : IDisposable { [OwnedRef] protected Item _f; public virtual void Dispose() { } }")]
    [InlineData("[TrustedContract] class C { [OwnedRef] private Item _f; }")]
    [InlineData("class C : IDisposable { [OwnedRef] private Item _f; [TrustedContract] public void Dispose() { } }")]
    [InlineData("static class F { public static void Free(C c) { } } class C : IDisposable { [OwnedRef] private Item _f; public void Dispose() => F.Free(this); }")]
    [InlineData("class C { [OwnedRef] public Item F { get => null; set { } } }")]
    public Task Silent(string type) => VerifyAsync(type);

    private static Task VerifyAsync(string type) => CountedCode.VerifyAsync(Base + type);
}
