using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>The name that was meant is written, or the attribute goes, with as much around it as is its own.</summary>
public sealed class InvalidContractFixTests
{
    [Fact]
    public Task A_misspelt_name_is_corrected() => VerifyAsync(
        """
        public class C
        {
            [{|DVM3001:AcquiresRef(When = When.True, WhenParameter = "sucess")|}] public void M(ref bool success) { }
            public int N([{|DVM3001:ReleasesRef(Count = "cuont")|}] Item[] items, int count) => 0;
        }
        """,
        """
        public class C
        {
            [AcquiresRef(When = When.True, WhenParameter = "success")] public void M(ref bool success) { }
            public int N([ReleasesRef(Count = "count")] Item[] items, int count) => 0;
        }
        """,
        InvalidContractFix.RenameKey);

    [Fact]
    public Task A_name_from_elsewhere_stays() => VerifyAsync(
        """
        public class C
        {
            private const string Sucess = "sucess";
            [{|DVM3001:AcquiresRef(When = When.True, WhenParameter = Sucess)|}] public void M(ref bool success) { }
        }
        """,
        """
        public class C
        {
            private const string Sucess = "sucess";
            [{|DVM3001:AcquiresRef(When = When.True, WhenParameter = Sucess)|}] public void M(ref bool success) { }
        }
        """,
        InvalidContractFix.RenameKey);

    [Fact]
    public Task The_attribute_goes() => VerifyAsync(
        """
        public class C
        {
            /// <summary>Kept.</summary>
            [{|DVM3001:OwnedRef|}] // with what is behind it
            public void M() { }

            [{|DVM3001:OwnedRef|}]
            public void N([{|DVM3001:AliasOf|}] Item a, [BorrowedRef, {|DVM3001:AliasOf|}] Item b, [{|DVM3001:AliasOf|}, BorrowedRef] Item c) { }
        }
        """,
        """
        public class C
        {
            /// <summary>Kept.</summary>
            // with what is behind it
            public void M() { }

            public void N(Item a, [BorrowedRef] Item b, [BorrowedRef] Item c) { }
        }
        """,
        InvalidContractFix.RemoveKey);

    private static Task VerifyAsync(string marked, string expected, string key) =>
        ContractRuleTest.VerifyFixAsync<InvalidContractFix>(marked, expected, key);
}
