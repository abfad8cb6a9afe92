using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>What a contract speaks of has to be such that it can be meant.</summary>
public sealed class TargetTests
{
    // Numbers are handles more often than not: a file descriptor, an index into a table of counts.
    [Theory]
    [InlineData("[return: AcquiresRef] public int Open() => 0; public void Close([ReleasesRef] int fd) { } public void Free([ReleasesRef] IntPtr p) { }")]
    [InlineData("public void M([AcquiresRef] string key, [ReleasesRef] TimeSpan handle) { }")]
    [InlineData("public void M([AcquiresRef] out Item item, [UncountedRef] out Item other) { item = other = null!; }")]
    [InlineData("[RefCounter] private long _a; [RefCounter] private static int s_b; [RefCounter] private nuint _c;")]
    [InlineData("[RefTest] public bool IsHeld => true; [RefTest] public Task<bool> IsHeldAsync() => null!; [TraitTest(\"t\")] public bool Is;")]
    [InlineData("public IDisposable M([RunsAtDispose] Action a) => null!; public C([RunsAtDispose] Delegate d) { } public IDisposable N<T>([RunsAtDispose] T a) where T : Delegate => null!;")]
    [InlineData("[return: AcquiresRef] public Task M() => null!;")]
    public Task Right(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[return: {|DVM3001:AcquiresRef|}, {|DVM3001:BorrowedRef|}] public void M() { }")]
    [InlineData("public void M([{|DVM3001:AcquiresRef|}] bool a, [{|DVM3001:ReleasesRef|}] double b, [{|DVM3001:RequiresRef|}] Status c, [{|DVM3001:OwnedRef|}] bool? d) { }")]
    [InlineData("[return: {|DVM3001:AcquiresRef|}] public bool M() => true;")]
    [InlineData("public void M([{|DVM3001:ReleasesRef|}] out Item a, [{|DVM3001:RequiresRef|}] out Item b) { a = b = null!; }")]
    [InlineData("[{|DVM3001:RefCounter|}] private string _a = \"\"; [{|DVM3001:RefCounter|}] private bool _b; [{|DVM3001:RefCounter|}] private readonly int _c; [{|DVM3001:RefCounter|}] private const int D = 1;")]
    [InlineData("[{|DVM3001:RefTest|}] public int Count => 0; [{|DVM3001:TraitTest(\"t\")|}] public void M() { } [{|DVM3001:RefTest|}] public string F = \"\";")]
    [InlineData("public IDisposable M([{|DVM3001:RunsAtDispose|}] Item a) => null!; public void N([{|DVM3001:RunsAtDispose|}] Action a) { }")]
    public Task Wrong(string members) => ContractRuleTest.VerifyMembersAsync(members);
}
