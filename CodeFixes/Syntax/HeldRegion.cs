using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// The statements, to the end of a list, at whose beginning a reference has certainly been acquired, and outside of
/// which it has not: behind the acquire, behind its guard, or in the branch of its success.
/// </summary>
internal sealed class HeldRegion
{
    private HeldRegion(StatementList list, int first, bool maybeNull)
    {
        List = list;
        First = first;
        MaybeNull = maybeNull;
    }

    public StatementList List { get; }

    /// <summary>Index of the first statement in <see cref="List"/>; its length where nothing follows the acquire.</summary>
    public int First { get; }

    /// <summary>The acquire may have answered null, and nobody has asked.</summary>
    public bool MaybeNull { get; }

    public bool IsEmpty => First >= List.Statements.Count;

    public StatementSyntax? Last => List.Statements.LastOrDefault();

    public bool Contains(SyntaxNode node) => List.IndexOf(node) >= First;

    public TextSpan Span => TextSpan.FromBounds(
        IsEmpty ? List.Container.Span.End : List.Statements[First].FullSpan.Start, List.Container.Span.End);

    /// <summary>The region of the reference that <paramref name="acquire"/>, a call or a parameter, takes; <see langword="null"/> where it has none.</summary>
    public static HeldRegion? Find(FixSite site, SyntaxNode acquire, string name, CancellationToken cancellationToken)
    {
        if (acquire.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter)
        {
            return BodyOf(parameter.Parent?.Parent) is { } body ? new HeldRegion(StatementList.Of(body), 0, maybeNull: false) : null;
        }

        if (ListedStatement.Of(acquire) is not { } statement || StatementList.OfMember(statement) is not { } list)
        {
            return null;
        }

        var behind = list.IndexOf(statement) + 1;
        var value = ValueOf(acquire);
        switch (statement)
        {
            case IfStatementSyntax @if when @if.Condition.Span.Contains(acquire.Span):
                return OfTest(site, list, @if, AnswerTest.Of(@if.Condition, expression => expression == value || IsAssignedFrom(expression, value)));

            case LocalDeclarationStatementSyntax declaration when declaration.UsingKeyword.RawKind == 0:
                var variable = declaration.Declaration.Variables.FirstOrDefault(candidate => candidate.Initializer?.Value == value);
                return variable is null
                    ? null
                    : Behind(site, list, behind, variable.Identifier.ValueText, variable.Identifier.ValueText == name, acquire, cancellationToken);

            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment } when assignment.Right == value:
                return Behind(site, list, behind, target.Identifier.ValueText, target.Identifier.ValueText == name, acquire, cancellationToken);

            case ExpressionStatementSyntax expression when expression.Expression == value && IsUnconditional(site, acquire, cancellationToken):
                return new HeldRegion(list, behind, maybeNull: false);

            default:
                return null;
        }
    }

    /// <summary>The block of the function that declares a parameter list.</summary>
    public static BlockSyntax? BodyOf(SyntaxNode? function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        AnonymousFunctionExpressionSyntax anonymous => anonymous.Block,
        _ => null,
    };

    /// <summary>The region of an acquire whose answer or object has a name, behind the statement that gives it the name.</summary>
    private static HeldRegion? Behind(
        FixSite site, StatementList list, int behind, string variable, bool isObject, SyntaxNode acquire, CancellationToken cancellationToken)
    {
        for (var index = behind; index < list.Statements.Count; index++)
        {
            if (list.Statements[index] is IfStatementSyntax @if)
            {
                var test = AnswerTest.Of(@if.Condition, expression => expression is IdentifierNameSyntax tested && tested.Identifier.ValueText == variable);
                if (test.IfTrue is not null)
                {
                    return OfTest(site, list, @if, test);
                }
            }

            if (list.Statements[index].DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax))
            {
                break;
            }
        }

        return isObject ? new HeldRegion(list, behind, MayAnswerNull(site, acquire, cancellationToken)) : null;
    }

    private static HeldRegion? OfTest(FixSite site, StatementList list, IfStatementSyntax @if, AnswerTest test)
    {
        if (test.IfTrue == true && test.IfFalse == false)
        {
            return @if.Statement is BlockSyntax success ? new HeldRegion(StatementList.Of(success), 0, maybeNull: false) : null;
        }

        if (test.IfTrue != false || test.IfFalse != true || Completes(site, @if.Statement))
        {
            return null;
        }

        return @if.Else switch
        {
            null => new HeldRegion(list, list.IndexOf(@if) + 1, maybeNull: false),
            { Statement: BlockSyntax otherwise } => new HeldRegion(StatementList.Of(otherwise), 0, maybeNull: false),
            _ => null,
        };
    }

    private static bool Completes(FixSite site, StatementSyntax statement) =>
        site.Model.AnalyzeControlFlow(statement) is not { Succeeded: true, EndPointIsReachable: false };

    /// <summary>The expression whose value is the call's: outside of <c>await</c>, casts and parentheses.</summary>
    private static SyntaxNode ValueOf(SyntaxNode acquire)
    {
        var value = acquire;
        while (value.Parent is AwaitExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            || (value.Parent is MemberAccessExpressionSyntax { Name: var called } access && access.Expression == value && called == acquire)
            || (value.Parent is BinaryExpressionSyntax { OperatorToken.Text: "as" } conversion && conversion.Left == value))
        {
            value = value.Parent;
        }

        return value;
    }

    private static bool IsAssignedFrom(ExpressionSyntax expression, SyntaxNode value) =>
        expression is AssignmentExpressionSyntax assignment && assignment.Right == value;

    /// <summary>Whether the call says nothing that somebody would have to test.</summary>
    private static bool IsUnconditional(FixSite site, SyntaxNode acquire, CancellationToken cancellationToken) =>
        site.Model.GetSymbolInfo(acquire, cancellationToken).Symbol is not IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean };

    private static bool MayAnswerNull(FixSite site, SyntaxNode acquire, CancellationToken cancellationToken) =>
        site.Model.GetSymbolInfo(acquire, cancellationToken).Symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
        && (method.ReturnNullableAnnotation == NullableAnnotation.Annotated
            || (method.ReturnNullableAnnotation == NullableAnnotation.None && IsConditional(method)));

    private static bool IsConditional(IMethodSymbol method) =>
        method.GetReturnTypeAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "AcquiresRefAttribute" && attribute.NamedArguments.Any(argument => argument.Key == "When"));
}
