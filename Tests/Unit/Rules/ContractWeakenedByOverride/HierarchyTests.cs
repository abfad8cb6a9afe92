using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Devmap.Tests.Unit.Contracts;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractWeakenedByOverride;

/// <summary>Whose contract an override or implementation is compared with, the message, and the fix.</summary>
public sealed class HierarchyTests
{
    /// <summary>What holds by convention is nobody's promise: an explicit <c>Dispose</c> may be one that must not be called twice.</summary>
    [Fact]
    public Task A_written_Dispose_replaces_the_assumed_one() => ContractRuleTest.VerifyAsync(
        "public class C : IDisposable { [ReleasesRef(Kind = \"dispose\")] public void Dispose() { } }");

    [Fact]
    public Task What_the_base_inherits_is_promised_too() => ContractRuleTest.VerifyAsync(
        """
        public interface I { [AcquiresRef] bool M(); }
        public class B : I { public virtual bool M() => true; }
        public class C : B { [{|DVM3003:AcquiresRef(When = When.True)|}] public override bool M() => true; }
        """);

    [Fact]
    public Task An_explicit_implementation_is_compared() => ContractRuleTest.VerifyAsync(
        """
        public interface I<T> { [AcquiresRef] bool M(T a); }
        public class C : I<int> { [{|DVM3003:AcquiresRef(When = When.True)|}] bool I<int>.M(int b) => true; public bool M(int a) => true; }
        """);

    [Fact]
    public Task What_only_hides_stands_for_nothing() => ContractRuleTest.VerifyAsync(
        """
        public class B { [AcquiresRef] public bool M() => true; }
        public class C : B { [AcquiresRef(When = When.True)] public new bool M() => true; }
        """);

    [Fact]
    public Task An_element_is_reported_once_whatever_stands_above() => ContractRuleTest.VerifyAsync(
        """
        public interface I { [AcquiresRef] bool M(); }
        public interface J { [AcquiresRef] bool M(); }
        public class C : I, J { [{|DVM3003:AcquiresRef(When = When.True)|}] public bool M() => true; }
        """);

    [Fact]
    public Task The_message_names_both_and_the_promise()
    {
        var test = new CSharpAnalyzerTest<ContractAnalyzer, DefaultVerifier>
        {
            TestState =
            {
                Sources =
                {
                    """
                    using Devmap.Contracts;
                    public interface I { void M([ReleasesRef(Kind = "pin")] object a); }
                    public class C : I { public void M([{|#0:HasTrait("t")|}] object a) { } }
                    """,
                    ("/0/Contracts.cs", ContractAttributes.Source),
                },
            },
        };
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("DVM3003").WithLocation(0).WithLocation(0)
            .WithMessage("'C.M' promises less than 'I.M': it does not release the 'pin' reference on 'a'"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_fix_inherits() => ContractRuleTest.VerifyFixAsync<ContractWeakenedByOverrideFix>(
        """
        public interface I { [AcquiresRef] bool M([ReleasesRef] Item a, [BorrowedRef] Item b); }
        public class C : I
        {
            [TrustedContract, {|DVM3003:AcquiresRef(When = When.True)|}]
            public bool M([{|DVM3003:BorrowedRef|}] Item a, [HasTrait("t"), BorrowedRef] Item b) => true;
        }
        public class D : I
        {
            [{|DVM3003:AcquiresRef(When = When.True)|}]
            [RequiresRef]
            public bool M(Item a, Item b) => true;
        }
        """,
        """
        public interface I { [AcquiresRef] bool M([ReleasesRef] Item a, [BorrowedRef] Item b); }
        public class C : I
        {
            [TrustedContract]
            public bool M(Item a, [HasTrait("t"), BorrowedRef] Item b) => true;
        }
        public class D : I
        {
            public bool M(Item a, Item b) => true;
        }
        """,
        ContractWeakenedByOverrideFix.InheritKey);
}
