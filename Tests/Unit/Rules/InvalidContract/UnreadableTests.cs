using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>Arguments that compile and say nothing. Those that do not compile the compiler reports.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("[{|DVM3001:AcquiresRef(Kind = null!)|}] public void M() { }")]
    [InlineData("[{|DVM3001:AcquiresRef(Kind = \"\")|}] public void M() { }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = (When)77)|}] public bool M() => true;")]
    [InlineData("[{|DVM3001:RefTest(Kind = \"\")|}] public bool M() => true;")]
    [InlineData("[return: {|DVM3001:HasTrait(null!)|}] public Item M() => null!;")]
    [InlineData("public void M([{|DVM3001:RejectsTrait(\"t\", Flag = typeof(int))|}] Item a) { }")]
    [InlineData("public void M([{|DVM3001:KeptBy(Keeper = null!)|}] Item a) { }")]
    public Task Reported(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[AcquiresRef(Kind = {|CS0029:5|})] public void M() { }")]
    [InlineData("[AcquiresRef(When = When.{|CS0117:Missing|})] public void M() { }")]
    [InlineData("[{|CS0246:{|CS0246:MissingRef|}|}] public void M() { }")]
    public Task Left_to_the_compiler(string members) => ContractRuleTest.VerifyMembersAsync(members);
}
