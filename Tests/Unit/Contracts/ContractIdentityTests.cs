using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Which symbols are the same member, wherever it was compiled.</summary>
public sealed class ContractIdentityTests
{
    private const string Library = """
        public interface IRef { [ReleasesRef] void Put(); }
        public class Page<T> : IRef
        {
            [AcquiresRef(When = When.True, Kind = "pin")] public bool TryGet<U>([RequiresRef] U tag, T value) => true;
            [OwnedRef] public T Value;
            public void Put() { }
            [return: AcquiresRef] public static Page<T> operator +(Page<T> a, [ReleasesRef] Page<T> b) => a;
        }
        public static class Extensions
        {
            public static void Drop([ReleasesRef] this IRef page, [RequiresRef] object by) { }
        }
        [return: AcquiresRef] public delegate object Maker([RequiresRef] object from);
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ConstructedSymbolsHaveTheContractOfTheirDefinition(bool fromMetadata)
    {
        var (world, _) = Uses(fromMetadata);

        var type = world.Type("Page`1").Construct(world.Compilation.GetSpecialType(SpecialType.System_String));
        var tryGet = type.GetMembers("TryGet").Cast<IMethodSymbol>().Single().Construct(world.Compilation.ObjectType);
        Assert.Same(world.Of("Page`1", "TryGet"), world.Contracts.Of(tryGet));
        Assert.Equal(new RefEffect { Acquires = true, Kind = "pin", When = RefCondition.True }, world.Contracts.Of(tryGet).Receiver.Effects.Single());
        Assert.True(world.Contracts.OfParameter(tryGet.Parameters[0]).Requires);
        Assert.Equal(RefOrigin.Owned, world.Contracts.Of(type.GetMembers("Value").Single()).Return.Origin);
        Assert.Equal("-ref", ContractWorld.Effects(world.Contracts.Of(type.GetMembers("Put").Single()).Receiver));
        Assert.Equal(["", "-ref"], ContractWorld.Effects(world.Of("Page`1", "op_Addition")));
        Assert.Equal("+ref", ContractWorld.Effects(world.Of("Page`1", "op_Addition").Return));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReducedExtensionMethodsHaveTheContractOfTheStaticMethod(bool fromMetadata)
    {
        var (world, use) = Uses(fromMetadata);

        var call = use.DescendantNodes().OfType<InvocationExpressionSyntax>().First();
        var model = world.Compilation.GetSemanticModel(use.SyntaxTree);
        var reduced = (IMethodSymbol)model.GetSymbolInfo(call).Symbol!;
        Assert.NotNull(reduced.ReducedFrom);
        Assert.Equal(["-ref", ""], ContractWorld.Effects(world.Contracts.Of(reduced)));
        Assert.True(world.Contracts.OfParameter(reduced.Parameters[0]).Requires);

        // The operation, which is what the flow analysis sees, has the static method at once.
        var target = ((IInvocationOperation)model.GetOperation(call)!).TargetMethod;
        Assert.Same(world.Contracts.Of(target), world.Contracts.Of(reduced));
    }

    [Fact]
    public void WhatIsWrittenOnAnExtensionMethodSpeaksOfItsFirstParameter()
    {
        var world = ContractWorld.Of("""
            static class Extensions
            {
                [ReleasesRef] public static void Drop(this object page, [RequiresRef] object by) { }
                [ReleasesRef] public static void Pass([RequiresRef] this object page) { }
                [ReleasesRef] public static void Leave(object page) { }
            }
            """);

        Assert.Equal(["-ref", ""], ContractWorld.Effects(world.Of("Extensions", "Drop")));
        Assert.True(world.Of("Extensions", "Drop") is { Receiver.IsNone: true, Parameters: [_, { Requires: true }] });
        Assert.True(world.Of("Extensions", "Pass").Parameter(0) is { Requires: true, Effects.IsEmpty: true });
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("Extensions", "Leave").Receiver));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MembersOfExtensionBlocksAreInstanceMembers(bool fromMetadata)
    {
        const string library = """
            public static class Extensions { extension(object page) { [ReleasesRef] public void Drop([RequiresRef] object by) { } } }
            """;
        const string use = "class Use { void M(object page) { page.Drop(this); } }";
        var world = fromMetadata
            ? ContractWorld.Of(use, ContractWorld.Of(library).ToMetadata())
            : ContractWorld.Of(library + use);

        var tree = world.Compilation.SyntaxTrees[2];
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single();
        var target = ((IInvocationOperation)world.Compilation.GetSemanticModel(tree).GetOperation(call)!).TargetMethod;
        Assert.Equal("-ref", ContractWorld.Effects(world.Contracts.Of(target).Receiver));
        Assert.True(world.Contracts.OfParameter(target.Parameters.Single()).Requires);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DelegatesSpeakThroughTheirInvoke(bool fromMetadata)
    {
        var (world, _) = Uses(fromMetadata);

        var invoke = world.Contracts.Of(world.Type("Maker").DelegateInvokeMethod!);
        Assert.Equal("+ref", ContractWorld.Effects(invoke.Return));
        Assert.True(invoke.Parameter(0).Requires);
    }

    [Fact]
    public void LocalFunctionsAndLambdasHaveContracts()
    {
        var world = ContractWorld.Of("""
            class C
            {
                void M()
                {
                    [return: AcquiresRef] object Local([ReleasesRef] object a) => a;
                    var lambda = [return: UncountedRef] ([RequiresRef] object a) => Local(a);
                }
            }
            """);

        var tree = world.Compilation.SyntaxTrees[2];
        var model = world.Compilation.GetSemanticModel(tree);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        var local = world.Contracts.Of(model.GetDeclaredSymbol(nodes.OfType<LocalFunctionStatementSyntax>().Single())!);
        Assert.Equal("+ref", ContractWorld.Effects(local.Return));
        Assert.Equal(["-ref"], ContractWorld.Effects(local));

        var lambda = world.Contracts.Of(model.GetSymbolInfo(nodes.OfType<LambdaExpressionSyntax>().Single()).Symbol!);
        Assert.Equal(RefOrigin.Uncounted, lambda.Return.Origin);
        Assert.True(lambda.Parameter(0).Requires);
    }

    [Fact]
    public void BothPartsOfAPartialMethodAreOneMember()
    {
        var world = ContractWorld.Of("""
            partial class C { [ReleasesRef] public partial void Put([RequiresRef] object a); }
            partial class C { [TrustedContract] public partial void Put(object a) { } }
            """);

        var definition = (IMethodSymbol)world.Member("C", "Put");
        var implementation = definition.PartialImplementationPart!;
        Assert.Same(world.Contracts.Of(definition), world.Contracts.Of(implementation));
        Assert.True(world.Contracts.Of(definition) is { IsTrusted: true, Receiver.IsNone: false });
        Assert.True(world.Contracts.OfParameter(implementation.Parameters[0]).Requires);
    }

    [Fact]
    public void AnotherNamespaceIsAnotherLanguage()
    {
        var world = ContractWorld.OfFiles(
        [
            """
            namespace Other { class AcquiresRefAttribute : System.Attribute { } }
            namespace Deep.Devmap.Contracts { class AcquiresRefAttribute : System.Attribute { } }
            namespace Devmap.Contracts { class Outer { public class AcquiresRefAttribute : System.Attribute { } } }
            class C { [Other.AcquiresRef, Deep.Devmap.Contracts.AcquiresRef, Devmap.Contracts.Outer.AcquiresRef] public void M() { } }
            """,
        ]);

        Assert.True(world.Of("C", "M").IsNone);
    }

    private static (ContractWorld World, SyntaxNode Use) Uses(bool fromMetadata)
    {
        const string use = "class Use { void M(IRef page) { page.Drop(this); } }";
        var world = fromMetadata
            ? ContractWorld.Of(use, ContractWorld.Of(Library).ToMetadata())
            : ContractWorld.Of(Library + use);
        return (world, world.Compilation.SyntaxTrees[2].GetRoot());
    }
}
