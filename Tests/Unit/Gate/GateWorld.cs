using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Inference;
using Devmap.Analyzers.Options;
using Devmap.Tests.Unit.Contracts;
using Devmap.Tests.Unit.Contracts.Files;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Tests.Unit.Gate;

/// <summary>Code, and what the two gates say of its bodies.</summary>
internal sealed class GateWorld
{
    private readonly CSharpCompilation _compilation;
    private readonly ContractProvider _contracts;
    private readonly InferredContracts _inferred;
    private readonly NameGate _names;

    public GateWorld(CSharpCompilation compilation, ContractFileSet files)
    {
        _compilation = compilation;
        _contracts = new ContractProvider(files, new ContractScope(compilation, files));
        _inferred = new InferredContracts(compilation, _contracts, new OptionReader(new AnalyzerOptions([]).AnalyzerConfigOptionsProvider));
        _names = new NameGate(compilation, files, _inferred);
    }

    /// <summary>Code beside the small library of the tests, in a file of its own, and what contract files say of it.</summary>
    public static GateWorld Of(string source, string contracts = "") => new(
        CSharpCompilation.Create(
            "Gate",
            new[] { CountedCode.Library, ContractAttributes.Source, source }.Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview))),
            Mutants.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)),
        FileWorld.Load(contracts));

    /// <summary>Every body with its owner.</summary>
    public IEnumerable<(ISymbol Owner, IOperation Body)> Bodies =>
        from tree in _compilation.SyntaxTrees
        let model = _compilation.GetSemanticModel(tree)
        from node in tree.GetRoot().DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }
        let owner = model.GetDeclaredSymbol(node is ArrowExpressionClauseSyntax ? node.Parent! : node)
        let body = model.GetOperation(node)
        where owner is not null && body is not null
        select ((owner as IPropertySymbol)?.GetMethod ?? owner, body);

    /// <summary>Whether the names in the body of a method <c>M</c> let it pass.</summary>
    public bool AdmitsM => Bodies.Where(static body => body.Owner.Name is "M" or "I.M").Any(AdmitsByName);

    public bool AdmitsByName((ISymbol Owner, IOperation Body) body) => body.Body switch
    {
        // As the driver shows them: without the header of the member.
        IMethodBodyOperation method => Admits(body.Owner, method.BlockBody ?? method.ExpressionBody!),
        IConstructorBodyOperation constructor => Admits(body.Owner, constructor.BlockBody ?? constructor.ExpressionBody!)
            || (constructor.Initializer is { } initializer && Admits(body.Owner, initializer)),
        _ => Admits(body.Owner, body.Body),
    };

    private bool Admits(ISymbol owner, IOperation code) => _names.Admits(owner, code.Syntax, CancellationToken.None);

    /// <summary>Whether what is called in the body lets it pass.</summary>
    public bool Admits((ISymbol Owner, IOperation Body) body) => BodyGate.Admits(body.Body, body.Owner, _contracts, _inferred, null, CancellationToken.None);
}
