using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractWeakenedByOverride;

/// <summary>Who calls the base gets what it is told to get, and keeps what it is not told to give up.</summary>
public sealed class EffectTests
{
    [Theory]
    [InlineData("[AcquiresRef] bool M();", "public bool M() => true;")]
    [InlineData("[AcquiresRef] bool M();", "[AcquiresRef] public bool M() => true;")]
    [InlineData("[AcquiresRef(When = When.True)] bool M();", "[AcquiresRef] public bool M() => true;")]
    [InlineData("[AcquiresRef(When = When.Positive)] int M();", "[AcquiresRef(When = When.NonZero)] public int M() => 0;")]
    [InlineData("[AcquiresRef(When = When.True, WhenParameter = \"a\")] void M(ref bool a);", "[AcquiresRef(When = When.True, WhenParameter = \"b\")] public void M(ref bool b) { }")]
    [InlineData("[ReleasesRef] void M();", "[ReleasesRef, ReleasesRef(Kind = \"native\")] public void M() { }")]
    [InlineData("[ReleasesRef] void M();", "[ReleasesRef(Idempotent = true)] public void M() { }")]
    [InlineData("void M(Item a);", "public void M([ReleasesRef] Item a) { }")]
    [InlineData("Item M();", "[return: AcquiresRef] public Item M() => null!;")]
    [InlineData("[return: UncountedRef] Item M();", "[return: BorrowedRef] public Item M() => null!;")]
    [InlineData("void M([ReleasesRef(Of = \"this\")] Item a);", "public void M([ReleasesRef] Item b) { }")]
    public Task Kept(string promised, string own) => VerifyAsync(promised, own);

    [Theory]
    [InlineData("[AcquiresRef] bool M();", "[{|DVM3003:AcquiresRef(When = When.True)|}] public bool M() => true;")]
    [InlineData("[AcquiresRef] bool M();", "[{|DVM3003:RequiresRef|}] public bool M() => true;")]
    [InlineData("[AcquiresRef] bool M();", "[{|DVM3003:AcquiresRef(Kind = \"pin\")|}] public bool M() => true;")]
    [InlineData("[AcquiresRef(When = When.Zero)] int M();", "[{|DVM3003:AcquiresRef(When = When.Positive)|}] public int M() => 0;")]
    [InlineData("[ReleasesRef] bool M();", "[{|DVM3003:ReleasesRef(When = When.True)|}] public bool M() => true;")]
    [InlineData("[ReleasesRef] void M();", "[{|DVM3003:RequiresRef|}] public void M() { }")]
    [InlineData("[ReleasesRef(Idempotent = true)] void M();", "[{|DVM3003:ReleasesRef|}] public void M() { }")]
    [InlineData("[ReleasesRef(All = true)] void M();", "[{|DVM3003:ReleasesRef|}] public void M() { }")]
    [InlineData("void M([ReleasesRef] Item a);", "public void M([{|DVM3003:ReleasesRef(Of = \"this\")|}] Item a) { }")]
    [InlineData("void M([ReleasesRef, KeptBy] Item a);", "public void M([{|DVM3003:ReleasesRef|}] Item a) { }")]
    [InlineData("void M([ReleasesRef] Item a);", "public void M([{|DVM3003:BorrowedRef|}] Item a) { }")]
    [InlineData("void M([BorrowedRef] Item a);", "public void M([{|DVM3003:ReleasesRef|}] Item a) { }")]
    [InlineData("[RequiresRef] void M(Item a);", "public void M([{|DVM3003:ReleasesRef|}] Item a) { }")]
    [InlineData("[RequiresRef] void M(Item a);", "public void M([{|DVM3003:AcquiresRef|}] Item a) { }")]
    [InlineData("[return: AcquiresRef] Item M();", "[return: {|DVM3003:HasTrait(\"t\")|}] public Item M() => null!;")]
    [InlineData("[return: BorrowedRef] Item M();", "[return: {|DVM3003:AcquiresRef|}] public Item M() => null!;")]
    [InlineData("bool M([AcquiresRef(When = When.True)] out Item a);", "public bool M([{|DVM3003:UncountedRef|}] out Item a) { a = null!; return true; }")]
    [InlineData("[AcquiresRef] bool P { get; }", "[{|DVM3003:AcquiresRef(When = When.True)|}] public bool P => true;")]
    public Task Broken(string promised, string own) => VerifyAsync(promised, own);

    private static Task VerifyAsync(string promised, string own) =>
        ContractRuleTest.VerifyAsync($"public interface I {{ {promised} }}\npublic class C : I {{ {own} }}");
}
