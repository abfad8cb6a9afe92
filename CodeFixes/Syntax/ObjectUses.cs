using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Finds and classifies the mentions of a local or parameter. In doubt a mention is one that ends the hold.</summary>
internal sealed class ObjectUses
{
    private static readonly HashSet<string> HarmlessTypes = new()
    {
        "System.Console", "System.Diagnostics.Debug", "System.Diagnostics.Trace", "System.GC", "System.String", "System.Object",
    };

    private readonly FixSite _site;
    private readonly string _name;
    private readonly string? _release;
    private readonly CancellationToken _cancellationToken;

    private ObjectUses(FixSite site, string name, string? release, CancellationToken cancellationToken)
    {
        _site = site;
        _name = name;
        _release = release is null ? null : WithoutSpace(release);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The local or parameter called <paramref name="name"/> that can be seen from <paramref name="place"/>.</summary>
    public static ISymbol? Resolve(FixSite site, SyntaxNode place, string name) =>
        site.Model.LookupSymbols(place.SpanStart, name: name).FirstOrDefault(symbol => symbol is ILocalSymbol or IParameterSymbol);

    /// <summary>The mentions of <paramref name="name"/>, as it is seen from <paramref name="place"/>, in <paramref name="scope"/>.</summary>
    /// <param name="site">Where to look.</param>
    /// <param name="place">A node that sees the object.</param>
    /// <param name="name">The name of a local or parameter.</param>
    /// <param name="release">The release call on that name, as C#; <see langword="null"/>: none is known.</param>
    /// <param name="scope">The node whose descendants are searched.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static IReadOnlyList<ObjectUse> Find(
        FixSite site, SyntaxNode place, string name, string? release, SyntaxNode scope, CancellationToken cancellationToken)
    {
        var symbol = Resolve(site, place, name);
        var finder = new ObjectUses(site, name, release, cancellationToken);
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(identifier => identifier.Identifier.ValueText == name)
            .Where(identifier => symbol is null || SymbolEqualityComparer.Default.Equals(
                site.Model.GetSymbolInfo(identifier, cancellationToken).Symbol, symbol))
            .Select(identifier => finder.Classify(identifier, place))
            .ToList();
    }

    private ObjectUse Classify(IdentifierNameSyntax name, SyntaxNode place)
    {
        if (FunctionOf(name) != FunctionOf(place))
        {
            return new ObjectUse(name, ObjectUseKind.Transfer, null);
        }

        if (ReleaseAround(name) is { } release)
        {
            return new ObjectUse(name, ObjectUseKind.Release, release.Parent as ExpressionStatementSyntax);
        }

        ExpressionSyntax value = name;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            value = (ExpressionSyntax)value.Parent;
        }

        return new ObjectUse(name, Acquires(value) ? ObjectUseKind.Acquire : KindOf(value), null);
    }

    private ObjectUseKind KindOf(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword } => ObjectUseKind.Overwrite,
        ArgumentSyntax argument => IsLent(argument) ? ObjectUseKind.Plain : ObjectUseKind.Transfer,
        AssignmentExpressionSyntax assignment when assignment.Left == value => ObjectUseKind.Overwrite,
        AssignmentExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax
            or InitializerExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or AnonymousObjectMemberDeclaratorSyntax
            or RefExpressionSyntax => ObjectUseKind.Transfer,
        ExpressionSyntax parent when parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax
            or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression } or IsPatternExpressionSyntax => ObjectUseKind.Plain,
        InterpolationSyntax => ObjectUseKind.Plain,
        _ => ObjectUseKind.Transfer,
    };

    private bool Acquires(ExpressionSyntax value) =>
        value.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call }
        && _site.Model.GetSymbolInfo(call, _cancellationToken).Symbol is IMethodSymbol method
        && ContractAttributes.Has(method, "AcquiresRefAttribute");

    private bool IsLent(ArgumentSyntax argument)
    {
        if (_site.Model.GetOperation(argument, _cancellationToken) is not IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter })
        {
            return false;
        }

        if (ContractAttributes.Has(parameter, "ReleasesRefAttribute") || ContractAttributes.Has(parameter, "KeptByAttribute")
            || ContractAttributes.Has(parameter, "OwnedRefAttribute"))
        {
            return false;
        }

        return ContractAttributes.SpeaksOf(method) || HarmlessTypes.Contains(method.ContainingType.ToDisplayString());
    }

    /// <summary>The release call in which <paramref name="name"/> is the object, in its plain or its <c>?.</c> form.</summary>
    private ExpressionSyntax? ReleaseAround(IdentifierNameSyntax name)
    {
        if (_release is null)
        {
            return null;
        }

        foreach (var ancestor in name.Ancestors().TakeWhile(node => node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax).OfType<ExpressionSyntax>())
        {
            var text = WithoutSpace(ancestor.ToString());
            if (text == _release || text.Replace(_name + "?.", _name + ".") == _release || text.Replace(_name + "!.", _name + ".") == _release)
            {
                return ancestor;
            }
        }

        return null;
    }

    private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(StatementList.IsFunction);

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
