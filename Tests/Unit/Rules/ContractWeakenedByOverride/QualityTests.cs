using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractWeakenedByOverride;

/// <summary>How long an object lives, whose it is, and what a call asks for.</summary>
public sealed class QualityTests
{
    [Theory]
    [InlineData("[return: BorrowedRef] Item M();", "[return: BorrowedRef(From = null)] public Item M() => null!;")]
    [InlineData("[return: AliasOf] I M();", "[return: AliasOf] public I M() => this;")]
    [InlineData("[return: AliasOf(Source = \"a\")] Item M(Item a);", "[return: AliasOf(Source = \"b\")] public Item M(Item b) => b;")]
    [InlineData("[RequiresRef] void M();", "[RequiresRef] public void M() { }")]
    [InlineData("void M([ReleasesRef] Item a);", "public void M([ReleasesRef, RequiresRef] Item a) { }")]
    [InlineData("void M([BorrowedRef] Item a);", "public void M([RequiresRef] Item a) { }")]
    [InlineData("void M();", "[RequiresRef] public void M() { }")]
    [InlineData("void M([RejectsTrait(\"t\")] Item a);", "public void M([BorrowedRef] Item a) { }")]
    public Task Kept(string promised, string own) => VerifyAsync(promised, own);

    [Theory]
    [InlineData("[return: BorrowedRef] Item M();", "[return: {|DVM3003:UncountedRef|}] public Item M() => null!;")]
    [InlineData("[return: BorrowedRef(From = null)] Item M();", "[return: {|DVM3003:BorrowedRef|}] public Item M() => null!;")]
    [InlineData("[OwnedRef] Item P { get; }", "[{|DVM3003:BorrowedRef|}] public Item P => null!;")]
    [InlineData("[return: AliasOf] I M();", "[return: {|DVM3003:BorrowedRef|}] public I M() => this;")]
    [InlineData("[return: BorrowedRef] Item M();", "[{|DVM3003:RequiresRef|}] public Item M() => null!;")]
    [InlineData("[RequiresRef] void M();", "[{|DVM3003:RequiresRef(Held = true)|}] public void M() { }")]
    [InlineData("[RequiresRef] void M();", "[{|DVM3003:RequiresRef(Kind = \"pin\")|}] public void M() { }")]
    [InlineData("[RequiresRef] void M(Item a);", "public void M([{|DVM3003:RejectsTrait(\"t\")|}] Item a) { }")]
    public Task Broken(string promised, string own) => VerifyAsync(promised, own);

    private static Task VerifyAsync(string promised, string own) =>
        ContractRuleTest.VerifyAsync($"public interface I {{ {promised} }}\npublic class C : I {{ {own} }}");
}
