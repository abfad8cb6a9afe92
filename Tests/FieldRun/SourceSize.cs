using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.FieldRun;

/// <summary>How much code there is.</summary>
/// <param name="Files">Files.</param>
/// <param name="Lines">Lines, blank ones and comments included.</param>
/// <param name="Methods">Bodies of methods, constructors, operators, accessors and local functions.</param>
/// <param name="Unbound">Those of them with an error, of a missing type for example: the rules say nothing of what is not understood whole.</param>
public sealed record SourceSize(int Files, int Lines, int Methods, int Unbound)
{
    internal static SourceSize Of(CSharpCompilation compilation, CancellationToken cancellation)
    {
        SourceSize[] sizes = [.. compilation.SyntaxTrees.AsParallel().WithCancellation(cancellation).Where(tree => !FieldCompilation.IsForeign(tree, cancellation)).Select(tree => Of(tree, compilation, cancellation))];
        return new SourceSize(sizes.Length, sizes.Sum(static size => size.Lines), sizes.Sum(static size => size.Methods), sizes.Sum(static size => size.Unbound));
    }

    private static SourceSize Of(SyntaxTree tree, CSharpCompilation compilation, CancellationToken cancellation)
    {
        List<TextSpan> bodies = [.. tree.GetRoot(cancellation).DescendantNodes().Where(IsBody).Select(static body => body.Span)];
        List<TextSpan> errors = [.. compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.Location.SourceSpan)];
        return new SourceSize(1, tree.GetText(cancellation).Lines.Count, bodies.Count, bodies.Count(body => errors.Exists(error => body.Contains(error))));
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        _ => false,
    };
}
