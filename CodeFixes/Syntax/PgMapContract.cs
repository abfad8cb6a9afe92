using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// How the pgmap of a page is taken and given up, beside a call that looks the page up: the call on the same receiver,
/// with the same argument, whose result is acquired with kind <c>pgmap</c>.
/// </summary>
internal sealed class PgMapContract
{
    public const string Kind = "pgmap";

    private readonly ExpressionSyntax _receiver;
    private readonly ExpressionSyntax _argument;
    private readonly IMethodSymbol _acquire;
    private readonly IMethodSymbol _release;

    private PgMapContract(ExpressionSyntax receiver, ExpressionSyntax argument, IMethodSymbol acquire, IMethodSymbol release)
    {
        _receiver = receiver;
        _argument = argument;
        _acquire = acquire;
        _release = release;
    }

    /// <summary>Finds it; <see langword="null"/> where there is none, or where writing receiver and argument twice would do something twice.</summary>
    public static PgMapContract? Find(FixSite site, InvocationExpressionSyntax lookup, CancellationToken cancellationToken)
    {
        if (lookup.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || lookup.ArgumentList.Arguments.Count != 1
            || site.Model.GetSymbolInfo(lookup, cancellationToken).Symbol is not IMethodSymbol { Parameters.Length: 1 } method)
        {
            return null;
        }

        var argument = lookup.ArgumentList.Arguments[0].Expression;
        var acquire = method.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(candidate.Parameters[0].Type, method.Parameters[0].Type)
            && candidate.GetReturnTypeAttributes().Any(IsPgMapAcquire));
        var release = acquire?.ReturnType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate.Parameters.IsEmpty
            && ContractAttributes.Find(candidate, "ReleasesRefAttribute") is { } releases && ContractAttributes.KindOf(releases) == Kind);
        return acquire is not null && release is not null && IsRepeatable(site, receiver, cancellationToken) && IsRepeatable(site, argument, cancellationToken)
            ? new PgMapContract(receiver, argument, acquire, release)
            : null;
    }

    /// <summary>The declaration of a local that holds the pgmap.</summary>
    public string Acquire(FixSite site, SyntaxNode place, string name)
    {
        var type = _acquire.ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(site.Model, place.SpanStart);
        var nullable = site.Model.GetNullableContext(place.SpanStart).AnnotationsEnabled() ? "?" : string.Empty;
        return $"{type}{nullable} {name} = {_receiver}.{_acquire.Name}({_argument});";
    }

    public string Release(string name) => $"{name}.{_release.Name}();";

    private static bool IsPgMapAcquire(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "AcquiresRefAttribute" && ContractAttributes.KindOf(attribute) == Kind;

    /// <summary>Whether evaluating the expression twice gives the same and does nothing.</summary>
    private static bool IsRepeatable(FixSite site, ExpressionSyntax expression, CancellationToken cancellationToken) => expression switch
    {
        ThisExpressionSyntax or LiteralExpressionSyntax or IdentifierNameSyntax => IsValue(site, expression, cancellationToken),
        MemberAccessExpressionSyntax access => IsValue(site, access, cancellationToken)
            && (IsRepeatable(site, access.Expression, cancellationToken) || site.Model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is ITypeSymbol),
        BaseObjectCreationExpressionSyntax { Initializer: null } creation => site.Model.GetTypeInfo(creation, cancellationToken).Type is { IsValueType: true }
            && (creation.ArgumentList?.Arguments.All(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None)
                && IsRepeatable(site, argument.Expression, cancellationToken)) ?? true),
        _ => false,
    };

    private static bool IsValue(FixSite site, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        expression is ThisExpressionSyntax or LiteralExpressionSyntax
        || site.Model.GetSymbolInfo(expression, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol;
}
