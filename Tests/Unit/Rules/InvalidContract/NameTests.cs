using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>What a contract names has to be there: a parameter, a member, the receiver, the return value.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("public int M([AcquiresRef(Count = \"return\")] Item[] items, [ReleasesRef(Count = \"n\")] Item[] old, int n) => 0;")]
    [InlineData("public Task<int> M([AcquiresRef(Count = \"return\")] Item[] items) => null!;")]
    [InlineData("public void M([ReleasesRef(Of = \"this\")] Item a, [ReleasesRef(Of = \"pool\")] Item b, C pool) { }")]
    [InlineData("[return: BorrowedRef] public static Item M() => null!; [return: BorrowedRef(From = null)] public Item N() => null!; [return: BorrowedRef(From = \"c\")] public Item O(C c) => null!;")]
    [InlineData("[BorrowedRef(From = nameof(_owner))] private Item _part = null!; private Item _owner = null!;")]
    [InlineData("[return: AliasOf] public C M() => this; [return: AliasOf(Source = \"c\")] public static C N(C c) => c;")]
    [InlineData("public C([KeptBy] Item a, [KeptBy(Keeper = \"return\")] Item b) { } [return: AcquiresRef] public static C M([KeptBy(Keeper = \"return\")] Item a) => null!;")]
    [InlineData("public void M([RejectsTrait(\"t\", Argument = \"flags\")] Item a, int flags) { }")]
    [InlineData("[AcquiresRef(Member = \"Name\")] public Item M() => null!; public string Name = \"\"; public void N([ReleasesRef(Member = \"Name.Length\")] Item a, [ReleasesRef(Member = \"X\")] List<Item> b) { }")]
    [InlineData("public void N<T>([ReleasesRef(Member = \"X\")] T a, [ReleasesRef(Member = \"X\")] dynamic b, [ReleasesRef(Member = \"Name\")] Item[] c) { }")]
    [InlineData("[OwnedRef(WhenMember = \"_owns\")] private Item? _item; private bool _owns; [OwnedRef(WhenMember = \"Owns\")] public Item? P { get; set; } public bool Owns() => true;")]
    public Task Right(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("public int M([{|DVM3001:AcquiresRef(Count = \"count\")|}] Item[] items, int n) => 0;")]
    [InlineData("public void M([{|DVM3001:AcquiresRef(Count = \"return\")|}] Item[] items) { }")]
    [InlineData("public bool M([{|DVM3001:AcquiresRef(Count = \"return\")|}] Item[] items) => true;")]
    [InlineData("public void M([{|DVM3001:AcquiresRef(Count = \"n\")|}] Item[] items, string n) { }")]
    [InlineData("public void M(Item[] items, [{|DVM3001:ReleasesRef(Count = \"n\")|}] int n) { }")]
    [InlineData("public void M([{|DVM3001:ReleasesRef(All = true, Count = \"n\")|}] Item[] items, int n) { }")]
    [InlineData("[{|DVM3001:AcquiresRef(When = When.True, WhenParameter = \"success\")|}] public void M(ref bool ok) { }")]
    [InlineData("public void M([{|DVM3001:ReleasesRef(Of = \"pool\")|}] Item a) { }")]
    [InlineData("[return: {|DVM3001:BorrowedRef(From = \"owner\")|}] public Item M() => null!;")]
    [InlineData("[return: {|DVM3001:AliasOf|}] public static C M(C c) => c;")]
    [InlineData("public static void M(C list, [{|DVM3001:KeptBy|}] Item a) { }")]
    [InlineData("public void M([{|DVM3001:KeptBy(Keeper = \"return\")|}] Item a) { }")]
    [InlineData("public void M([{|DVM3001:RejectsTrait(\"t\", Argument = \"flag\")|}] Item a, int flags) { }")]
    [InlineData("public void M([{|DVM3001:ReleasesRef(Member = \"Missing\")|}] Item a) { }")]
    [InlineData("public void M([{|DVM3001:ReleasesRef(Member = \"Name.Missing\")|}] C a) { } public C Name = null!;")]
    [InlineData("[{|DVM3001:OwnedRef(WhenMember = \"_own\")|}] private Item? _item; private bool _owns;")]
    [InlineData("[{|DVM3001:OwnedRef(WhenMember = \"_owns\")|}] private Item? _item; private int _owns;")]
    public Task Wrong(string members) => ContractRuleTest.VerifyMembersAsync(members);

    [Fact]
    public Task The_receiver_of_an_extension_method_is_its_first_parameter() => ContractRuleTest.VerifyAsync(
        "public static class X { [return: AliasOf] public static Item Tap(this Item item, [KeptBy] Item other) => item; }");
}
