using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Tests.Unit.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What the analysis of a body costs: counted in steps, the same on every machine.</summary>
internal static class MeasuredBody
{
    private static readonly CSharpCompilation Library = CSharpCompilation.Create(
        "Measured",
        [CSharpSyntaxTree.ParseText(CountedCode.Library), CSharpSyntaxTree.ParseText(ContractAttributes.Source)],
        Mutants.Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Analyses statements that are the body of a public method.</summary>
    public static Effort Run(string statements)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("using System; public class C { public void M(Item lent, bool a, bool b, int n, Item[] many) {\n" + statements + "\n} }");
        CSharpCompilation compilation = Library.AddSyntaxTrees(tree);
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var graph = ControlFlowGraph.Create((IMethodBodyOperation)model.GetOperation(declaration)!);
        var contracts = new ContractProvider();
        var context = new BodyContext(graph, model.GetDeclaredSymbol(declaration)!, NestedFunctions.None, contracts, new Declared(contracts), compilation, CancellationToken.None);
        BodyAnalysis.Run(context);
        return context.Effort;
    }

    private sealed class Declared(ContractProvider contracts) : ICalleeContracts
    {
        public MemberContract Of(IMethodSymbol method, CancellationToken cancellation) => contracts.Of(method);
    }
}
