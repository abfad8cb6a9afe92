using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>The answer that a condition asks about has to be there, and of a type that can give it.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("[AcquiresRef(When = When.True)] public bool M() => true;")]
    [InlineData("[AcquiresRef(When = When.False)] public bool? M() => true;")]
    [InlineData("[AcquiresRef(When = When.True)] public Task<bool> M() => null!;")]
    [InlineData("[AcquiresRef(When = When.True)] public bool P => true;")]
    [InlineData("[AcquiresRef(When = When.Zero)] public Status M() => 0; [AcquiresRef(When = When.Positive)] public long N() => 0;")]
    [InlineData("[AcquiresRef(When = When.NonZero)] public IntPtr M() => default; [AcquiresRef(When = When.NotNull)] public nint N() => 0;")]
    [InlineData("[return: AcquiresRef(When = When.NotNull)] public Item? M() => null; [return: AcquiresRef(When = When.NotNull)] public int? N() => null;")]
    [InlineData("[return: AcquiresRef(When = When.NotNull)] public T M<T>() => default!;")]
    [InlineData("[AcquiresRef(When = When.True, WhenParameter = \"ok\")] public void M(ref bool ok) { }")]
    [InlineData("public void M([AcquiresRef(When = When.Zero, WhenParameter = \"error\")] Item item, out int error) { error = 0; }")]
    [InlineData("public bool TryTake([AcquiresRef(When = When.True)] out Item? item) { item = null; return false; }")]
    [InlineData("[AcquiresRef(When = When.Zero)] public TimeSpan M() => default; [AcquiresRef(When = When.True)] public dynamic N() => 0;")]
    [InlineData("public bool M([KeptBy(When = When.True)] Item item) => true; [AcquiresRef(ThrowsOtherwise = true)] public void N() { }")]
    public Task Right(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True)|}] public void M() { }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True)|}] public Task M() => null!;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True)|}] public C() { }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True)|}] public int M() => 0;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True)|}] public Item M() => null!;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.NotNull)|}] public bool M() => true;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.Zero)|}] public bool M() => true;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.Positive)|}] public string M() => null!;")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True, WhenParameter = \"error\")|}] public void M(out int error) { error = 0; }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True, WhenParameter = \"ok\")|}] public void M(bool ok) { }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True, WhenParameter = \"ok\")|}] public void M(in bool ok) { }")]
    [InlineData("[{|DVM3001:AcquiresRef(WhenParameter = \"ok\")|}] public void M(ref bool ok) { }")]
    [InlineData("public bool P { get => true; [{|DVM3001:ReleasesRef(When = When.True)|}] set { } }")]
    [InlineData("public void M([{|DVM3001:KeptBy(When = When.True)|}] Item item) { }")]
    public Task Wrong(string members) => ContractRuleTest.VerifyMembersAsync(members);
}
