using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>Two statements on one element that cannot both be meant: the later one is reported.</summary>
public sealed class ContradictionTests
{
    [Theory]
    [InlineData("[AcquiresRef(When = When.True), ReleasesRef(When = When.False)] public bool M() => true;")]
    [InlineData("[AcquiresRef(Kind = \"pin\"), ReleasesRef] public void M() { }")]
    [InlineData("[ReleasesRef, ReleasesRef(Kind = \"pin\")] public void M() { }")]
    [InlineData("public void Replace([ReleasesRef, AcquiresRef] ref Item item) { }")]
    [InlineData("public void M([AcquiresRef] Item a, [ReleasesRef] Item b) { }")]
    [InlineData("public void M([BorrowedRef, ReleasesRef, KeptBy] Item a) { }")]
    [InlineData("[AcquiresRef] [return: AliasOf] public C M() => this;")]
    [InlineData("[return: AcquiresRef(Kind = \"dispose\"), BorrowedRef] public IDisposable Pin() => null!;")]
    [InlineData("public void M([UncountedRef, AcquiresRef] Item a) { }")]
    [InlineData("public void M([HasTrait(\"a\"), RejectsTrait(\"b\")] Item a) { }")]
    public Task Right(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[AcquiresRef, {|DVM3001:ReleasesRef|}] public void M() { }")]
    [InlineData("[ReleasesRef(Kind = \"pin\"), {|DVM3001:AcquiresRef(Kind = \"pin\")|}] public void M() { }")]
    [InlineData("public void M([AcquiresRef, {|DVM3001:ReleasesRef|}] Item a) { }")]
    [InlineData("[BorrowedRef, {|DVM3001:UncountedRef|}, {|DVM3001:OwnedRef|}] public Item F = null!;")]
    [InlineData("[return: UncountedRef, {|DVM3001:BorrowedRef|}] public Item M() => null!;")]
    [InlineData("[return: AcquiresRef, {|DVM3001:AliasOf|}] public C M() => this;")]
    [InlineData("public void M([BorrowedRef, {|DVM3001:ReleasesRef|}] Item a) { }")]
    [InlineData("public void M([HasTrait(\"a\"), {|DVM3001:RejectsTrait(\"a\")|}] Item a) { }")]
    public Task Wrong(string members) => ContractRuleTest.VerifyMembersAsync(members);
}
