using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>What a member takes from what it stands in: trust, and that parameters are lent.</summary>
public sealed class ContractScopeTests
{
    [Fact]
    public void TrustOfATypeReachesAllOfItsMembers()
    {
        var world = ContractWorld.Of("""
            [TrustedContract] class C { public void M() { } public int P => 0; public class Inner { public void N() { } } }
            class D : C { public void O() { } [TrustedContract] public int Q { get => 0; } }
            """);

        Assert.True(world.Of("C", "M").IsTrusted);
        Assert.True(world.Of("C", "P").IsTrusted);
        Assert.True(world.Of("C+Inner", "N").IsTrusted);
        Assert.False(world.Of("D", "O").IsTrusted);
        Assert.True(world.Contracts.Of(((IPropertySymbol)world.Member("D", "Q")).GetMethod!).IsTrusted);
        Assert.False(world.Of("C", "M").LendsByDefault);
    }

    [Fact]
    public void TrustOfABodyReachesWhatIsWrittenInIt()
    {
        var world = ContractWorld.Of("""
            class C
            {
                [TrustedContract] void M() { void Local() { void Deeper() { } Deeper(); } Local(); System.Action a = () => { }; }
                void N() { void Local() { } Local(); }
            }
            """);

        var tree = world.Compilation.SyntaxTrees[2];
        var model = world.Compilation.GetSemanticModel(tree);
        var nested = tree.GetRoot().DescendantNodes()
            .Select(node => node switch
            {
                LocalFunctionStatementSyntax => model.GetDeclaredSymbol(node),
                LambdaExpressionSyntax => model.GetSymbolInfo(node).Symbol,
                _ => null,
            })
            .Where(symbol => symbol != null)
            .Select(symbol => world.Contracts.Of(symbol!).IsTrusted);
        Assert.Equal([true, true, true, false], nested);
    }

    [Fact]
    public void AMemberWithAContractLendsItsOtherParameters()
    {
        var world = ContractWorld.Of("""
            class C
            {
                public void Silent(object a) { }
                [TrustedContract] public void OnlyTrusted(object a) { }
                public void Speaking(object a, [ReleasesRef] object b) { }
                [return: UncountedRef] public object Returning(object a) => a;
            }
            class D : C { }
            """);

        Assert.False(world.Of("C", "Silent").LendsByDefault);
        Assert.False(world.Of("C", "OnlyTrusted").LendsByDefault);
        Assert.True(world.Of("C", "Speaking").LendsByDefault);
        Assert.True(world.Of("C", "Returning").LendsByDefault);
    }

    [Fact]
    public void BorrowedByDefaultReachesTheMembersOfATypeAndOfItsNestedTypes()
    {
        var world = ContractWorld.Of("""
            [BorrowedByDefault] interface I { void M(object a); }
            [BorrowedByDefault] class C { public C(object a) { } class Inner { void N(object a) { } delegate void F(object a); } }
            class D : I { public void M(object b) { } public void Other(object a) { } }
            """);

        Assert.Same(MemberContract.Lending, world.Of("I", "M"));
        Assert.True(world.OfConstructor("C").LendsByDefault);
        Assert.True(world.Of("C+Inner", "N").LendsByDefault);
        Assert.True(world.Contracts.Of(world.Type("C+Inner+F").DelegateInvokeMethod!).LendsByDefault);
        Assert.True(world.Of("D", "M").LendsByDefault);
        Assert.False(world.Of("D", "Other").LendsByDefault);
    }

    [Fact]
    public void BorrowedByDefaultOnAnAssemblyReachesThatAssemblyOnly()
    {
        var library = ContractWorld.Of("[assembly: BorrowedByDefault] public class C { public void M(object a) { } }");
        var world = ContractWorld.Of("class D { public void M(object a) { } }", library.ToMetadata());

        Assert.True(library.Of("C", "M").LendsByDefault);
        Assert.True(world.Of("C", "M").LendsByDefault);
        Assert.False(world.Of("D", "M").LendsByDefault);
    }
}
