using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>A source copy lets every attribute stand everywhere; where it means nothing it is reported.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("[AcquiresRef] public C() { }")]
    [InlineData("[AcquiresRef] public bool Lock { get; set; }")]
    [InlineData("[return: AcquiresRef, HasTrait(\"t\")] public Item M() => null!;")]
    [InlineData("public void M([ReleasesRef] Item a, [RequiresRef] Item b, [BorrowedRef] Item c, [UncountedRef] Item d, [KeptBy] Item e, [HasTrait(\"t\")] int f) { }")]
    [InlineData("[BorrowedRef] public Item F = null!; [UncountedRef] public Item P => null!; [field: OwnedRef] public Item Q { get; set; } = null!;")]
    [InlineData("[RefCounter] private int _count; [RefTest] private bool _held; [TraitTest(\"t\")] public bool Is() => true;")]
    [InlineData("public delegate void D([ReleasesRef] Item item);")]
    [InlineData("[TrustedContract] public void M() { } [TrustedContract] class D { } [BorrowedByDefault] class E { } [HasTrait(\"t\")] class F { }")]
    [InlineData("public int this[[RequiresRef] Item key] => 0;")]
    [InlineData("public void M() { void L([ReleasesRef] Item item) { } L(null!); }")]
    [InlineData("[return: AcquiresRef] public static Item operator +(C c, [RequiresRef] Item item) => item;")]
    public Task Right(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[{|DVM3001:OwnedRef|}] public void M() { }")]
    [InlineData("[{|DVM3001:UncountedRef|}] public C() { }")]
    [InlineData("[return: {|DVM3001:ReleasesRef|}, {|DVM3001:KeptBy|}] public Item M() => null!;")]
    [InlineData("[{|DVM3001:ReleasesRef|}] public Item F = null!;")]
    [InlineData("[{|DVM3001:AcquiresRef|}] class D { }")]
    [InlineData("[{|DVM3001:AcquiresRef|}] public event Action? E;")]
    [InlineData("public delegate void D([{|DVM3001:AliasOf|}] Item item); [{|DVM3001:AcquiresRef|}] public delegate void E();")]
    [InlineData("[field: {|DVM3001:ReleasesRef|}] public Item P { get; set; } = null!;")]
    [InlineData("[{|DVM3001:RefCounter|}] public int P => 0; [{|DVM3001:BorrowedByDefault|}] public void M() { }")]
    [InlineData("public int this[[{|DVM3001:AliasOf|}] Item key] => 0;")]
    [InlineData("public void M() { void L([{|DVM3001:AliasOf|}] Item item) { } Action<Item> a = ([{|DVM3001:AliasOf|}] Item item) => { }; L(null!); }")]
    [InlineData("public Item P { [{|DVM3001:OwnedRef|}] get => null!; }")]
    public Task Nowhere(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[assembly: BorrowedByDefault]")]
    [InlineData("[assembly: {|DVM3001:AcquiresRef|}]")]
    public Task OnAnAssembly(string attribute) => ContractRuleTest.VerifyAsync(attribute);

    [Fact]
    public Task A_partial_method_is_looked_at_once() => ContractRuleTest.VerifyAsync(
        "public partial class C { [{|DVM3001:OwnedRef|}] partial void M(); partial void M() { } }");
}
