using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// The statements, to the end of a list, at whose beginning a reference has certainly been acquired, and outside of
/// which it has not: behind the acquire, behind its guard, or in the branch of its success.
/// </summary>
internal sealed class HeldRegion
{
    private HeldRegion(StatementList list, int first, bool maybeNull, bool bringsObject = false)
    {
        BringsObject = bringsObject;
        List = list;
        First = first;
        MaybeNull = maybeNull;
    }

    public StatementList List { get; }

    /// <summary>Index of the first statement in <see cref="List"/>; its length where nothing follows the acquire.</summary>
    public int First { get; }

    /// <summary>The acquire may have answered null, and nobody has asked.</summary>
    public bool MaybeNull { get; }

    /// <summary>The acquire brought the object itself, so that it is dead once this reference is given up.</summary>
    public bool BringsObject { get; }

    public bool IsEmpty => First >= List.Statements.Count;

    public StatementSyntax? Last => List.Statements.LastOrDefault();

    public bool Contains(SyntaxNode node) => List.IndexOf(node) >= First;

    public TextSpan Span => TextSpan.FromBounds(
        IsEmpty ? List.Container.Span.End : List.Statements[First].FullSpan.Start, List.Container.Span.End);

    /// <summary>Whether something behind the region still touches an object that would be dead there.</summary>
    public bool IsNeededBehind(IEnumerable<ObjectUse> uses, ControlReach reach) =>
        BringsObject && Last is { } last
        && uses.Any(use => use.Name.SpanStart > List.Container.Span.End && reach.MayReach(last, use.Name.SpanStart));

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

            case WhileStatementSyntax { Statement: BlockSyntax body } @while when @while.Condition.Span.Contains(acquire.Span):
                var test = AnswerTest.Of(@while.Condition, expression => expression == value || IsAssignedFrom(expression, value));
                return test.IfTrue == true && test.IfFalse == false ? new HeldRegion(StatementList.Of(body), 0, maybeNull: false) : null;

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
                    return OfTest(site, list, @if, test, isObject);
                }
            }

            if (list.Statements[index].DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax))
            {
                break;
            }
        }

        return isObject ? new HeldRegion(list, behind, MayAnswerNull(site, acquire, cancellationToken), bringsObject: true) : null;
    }

    private static HeldRegion? OfTest(FixSite site, StatementList list, IfStatementSyntax @if, AnswerTest test, bool bringsObject = false)
    {
        if (test.IfTrue == true && test.IfFalse == false)
        {
            return @if.Statement is BlockSyntax success ? new HeldRegion(StatementList.Of(success), 0, maybeNull: false, bringsObject) : null;
        }

        if (test.IfTrue != false || test.IfFalse != true || Completes(site, @if.Statement))
        {
            return null;
        }

        return @if.Else switch
        {
            null => new HeldRegion(list, list.IndexOf(@if) + 1, maybeNull: false, bringsObject),
            { Statement: BlockSyntax otherwise } => new HeldRegion(StatementList.Of(otherwise), 0, maybeNull: false, bringsObject),
            _ => null,
        };
    }

    private static bool Completes(FixSite site, StatementSyntax statement) =>
        site.Model.AnalyzeControlFlow(statement) is not { Succeeded: true, EndPointIsReachable: false };

    /// <summary>
    /// The expression whose value is the call's: outside of <c>await</c>, casts, parentheses, and choices between the call
    /// and nothing or between several such calls.
    /// </summary>
    private static SyntaxNode ValueOf(SyntaxNode acquire)
    {
        var value = acquire;
        while (value.Parent is AwaitExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            || (value.Parent is BinaryExpressionSyntax { OperatorToken.Text: "as" } conversion && conversion.Left == value)
            || (value.Parent is BinaryExpressionSyntax { OperatorToken.Text: "??", Right: ThrowExpressionSyntax } coalesce && coalesce.Left == value)
            || (value.Parent is ConditionalExpressionSyntax choice && choice.Condition != value && IsNothing(choice.WhenTrue == value ? choice.WhenFalse : choice.WhenTrue)))
        {
            value = value.Parent;
        }

        return value;
    }

    private static bool IsNothing(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression) || expression is ThrowExpressionSyntax;

    private static bool IsAssignedFrom(ExpressionSyntax expression, SyntaxNode value) =>
        expression is AssignmentExpressionSyntax assignment && assignment.Right == value;

    /// <summary>Whether the call says nothing that somebody would have to test.</summary>
    private static bool IsUnconditional(FixSite site, SyntaxNode acquire, CancellationToken cancellationToken) =>
        site.Model.GetSymbolInfo(acquire, cancellationToken).Symbol is not IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean };

    private static bool MayAnswerNull(FixSite site, SyntaxNode acquire, CancellationToken cancellationToken) =>
        !acquire.Ancestors().TakeWhile(node => node is ExpressionSyntax).Any(node => node is BinaryExpressionSyntax { OperatorToken.Text: "??" })
        && (acquire.Ancestors().TakeWhile(node => node is ExpressionSyntax).Any(node => node is ConditionalExpressionSyntax) || AnswersNull(site, acquire, cancellationToken));

    private static bool AnswersNull(FixSite site, SyntaxNode acquire, CancellationToken cancellationToken) =>
        site.Model.GetSymbolInfo(acquire, cancellationToken).Symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
        && (method.ReturnNullableAnnotation == NullableAnnotation.Annotated
            || (method.ReturnNullableAnnotation == NullableAnnotation.None && IsConditional(method)));

    private static bool IsConditional(IMethodSymbol method) =>
        method.GetReturnTypeAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "AcquiresRefAttribute" && attribute.NamedArguments.Any(argument => argument.Key == "When"));
}
