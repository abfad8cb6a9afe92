using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Fields and properties, with and without a contract of their own.</summary>
public sealed class SlotTests
{
    private const string Fields = """
        private Item _plain; [OwnedRef] private Item _owned; [BorrowedRef] private Item _borrowed; [UncountedRef] private Item _bare;
        [OwnedRef] public Item Owned { get; private set; } [BorrowedRef] public Item Borrowed => _borrowed; private readonly object _gate = new();
        [TrustedContract, ReleasesRef(Kind = "dispose")] public void End() { }

        """;

    [Theory]
    [InlineData("_plain.Read(); _plain.Put();")]
    [InlineData("_plain.Put(); _plain = null;")]
    [InlineData("_plain = Pool.Take(); _plain.Read();")]
    [InlineData("_plain.Get(); _plain.Put();")]
    [InlineData("_owned?.Put(); _owned = null;")]
    [InlineData("_owned?.Put(); _owned = Pool.Take();")]
    [InlineData("var old = _owned; _owned = Pool.Take(); old?.Put();")]
    [InlineData("var old = Interlocked.Exchange(ref _owned, null); old?.Put();")]
    [InlineData("Interlocked.Exchange(ref _owned, null)?.Put();")]
    [InlineData("_owned.Read();")]
    [InlineData("_owned.Get(); _owned.Put();")]
    [InlineData("if (_owned == null) _owned = Pool.Take(); _owned.Read();")]
    [InlineData("_owned ??= Pool.Take(); _owned.Read();")]
    [InlineData("if (_owned != null) { _owned.Put(); _owned = null; }")]
    [InlineData("lock (_gate) { var x = _owned; x.Get(); x.Read(); x.Put(); }")]
    [InlineData("Owned?.Put(); Owned = null;")]
    [InlineData("_borrowed.Read();")]
    [InlineData("_borrowed.Get(); _borrowed.Read(); _borrowed.Put();")]
    [InlineData("_borrowed = lent;")]
    [InlineData("var x = Borrowed; if (x != null && x.TryGet()) x.Put();")]
    [InlineData("if (_bare != null && _bare.TryGet()) { _bare.Read(); _bare.Put(); }")]
    [InlineData("var x = _bare; if (x == null || !x.TryGet()) return; x.Read(); x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("_owned.Put(); {|DVM2003:_owned.Read()|};")]
    [InlineData("_owned.Put(); {|DVM2002:_owned.Put()|};")]
    [InlineData("{|DVM2001:_owned = Pool.Take()|};")]
    [InlineData("{|DVM2002:_borrowed.Put()|};")]
    [InlineData("var x = Borrowed; {|DVM2002:x.Put()|};")]
    [InlineData("_borrowed = {|DVM2001:Pool.Take()|};")]
    [InlineData("var old = {|DVM2001:Interlocked.Exchange(ref _owned, null)|}; old?.Read();")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Another member of the type may give up what this one acquires through a field.</summary>
    [Theory]
    [InlineData("_plain.Get();")]
    [InlineData("_owned.Get(); _owned.Read();")]
    [InlineData("_borrowed.Get();")]
    public Task Silent(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyMembersAsync(Fields + "public void M(Item lent, bool a, int n) {\n" + body + "\n}");
}
