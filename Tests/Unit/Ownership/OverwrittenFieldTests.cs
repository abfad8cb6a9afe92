using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>Stores to owned fields: whether what the field held before has gone somewhere.</summary>
public sealed class OverwrittenFieldTests
{
    [Theory]
    [InlineData("public void M() { _f?.Put(); _f = Pool.Take(); }")]
    [InlineData("public void M() { if (_f != null) { _f.Put(); } _f = Pool.Take(); }")]
    [InlineData("public void M() { if (_f != null) return; _f = Pool.Take(); }")]
    [InlineData("public void M() { if (_f is null) _f = Pool.Take(); }")]
    [InlineData("public void M() { _f ??= Pool.Take(); }")]
    [InlineData("public void M() { var old = _f; _f = Pool.Take(); old?.Put(); }")]
    [InlineData("public void M() { var old = _f; _f = null; if (old != null) { old.Read(); old.Put(); } }")]
    [InlineData("public void M() { (_f, _g) = (_g, _f); }")]
    [InlineData("public void M() { _g?.Put(); _g = _f; _f = null; }")]
    [InlineData("[return: AcquiresRef] public Item M() { var x = _f; _f = null; return x; }")]
    [InlineData("public void M(Item lent) { if (lent == _f) return; lent.Get(); _f?.Put(); _f = lent; }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void M() { {|DVM2001:_f = Pool.Take()|}; }")]
    [InlineData("internal void M() { {|DVM2001:_f = null|}; }")]
    [InlineData("public void M() { _f.Read(); {|DVM2001:_f = null|}; }")]
    [InlineData("public void M() { if (_f == null) return; {|DVM2001:_f = Pool.Take()|}; }")]
    [InlineData("public void M() { var old = _f; {|DVM2001:_f = Pool.Take()|}; old?.Read(); }")]
    [InlineData("public void M() { _g?.Put(); _g = null; {|DVM2001:_f = null|}; }")]
    [InlineData("public C(int n) { _f = Pool.Take(); {|DVM2001:_f = Pool.Take()|}; }")]
    [InlineData("public void M(bool a) { if (a) { _f?.Put(); } {|DVM2001:_f = Pool.Take()|}; }")]
    [InlineData("public Item Current { set { value.Get(); {|DVM2001:_f = value|}; } }")]
    public Task Faulty(string member) => VerifyAsync(member);

    /// <summary>The path, or who calls the method, may know that the field is empty.</summary>
    [Theory]
    [InlineData("public void M() { if (_started) return; _started = true; _f = Pool.Take(); }")]
    [InlineData("public void M() { if (_count > 0) throw new InvalidOperationException(); _f = Pool.Take(); }")]
    [InlineData("public void M() { if (Interlocked.Exchange(ref _count, 1) != 0) return; _f = Pool.Take(); }")]
    [InlineData("private void M() { _f = Pool.Take(); }")]
    [InlineData("public C() { _f = Pool.Take(); }")]
    [InlineData("public C(Item item) : this() { _f = item; } private C() { }")]
    [InlineData("public void M() { Reset(); _f = Pool.Take(); } public void Reset() { _f?.Put(); _f = null; }")]
    [InlineData("public void M() { Action a = () => _f = Pool.Take(); a(); }")]
    [InlineData("public static void M(C other) { other._f = Pool.Take(); }")]
    [InlineData("public static C M() => new C { _f = Pool.Take() };")]
    [InlineData("public override string ToString() { _f = Pool.Take(); return string.Empty; }")]
    public Task Silent(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[OwnedRef] public Item Held { get => _f; set { _f?.Put(); _f = value; } } public void M() { Held = Pool.Take(); }")]
    [InlineData("[OwnedRef] public Item Held { get => _f; set { _f?.Put(); _f = value; } } public void M(Item lent) { {|DVM2009:Held = lent|}; }")]
    [InlineData("[OwnedRef] public Item Held { get => _f; set { {|DVM2001:_f = value|}; } }")]
    [InlineData("[OwnedRef] public Item Held { get => _f; init { _f = value; } }")]
    public Task Properties_with_accessors_of_their_own(string members) => VerifyAsync(members);

    [Fact]
    public Task Automatic_properties_are_fields() =>
        CountedCode.VerifyMembersAsync("[OwnedRef] public Item Held { get; set; } public void M() { {|DVM2001:Held = Pool.Take()|}; } [ReleasesRef] public void Free() { Held?.Put(); }");

    private static Task VerifyAsync(string member) => CountedCode.VerifyMembersAsync(
        "[OwnedRef] private Item _f; [OwnedRef] private Item _g; private bool _started; private int _count;\n"
        + "[ReleasesRef(Kind = \"dispose\")] public void End() { _f?.Put(); _g?.Put(); }\n" + member);
}
