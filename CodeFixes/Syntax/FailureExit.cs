using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// How a body says that it could not do its work: by the answer that its return type has for that, by going on with the
/// next element of a loop, or by an exception.
/// </summary>
internal sealed class FailureExit
{
    /// <summary>Members that say "later", in the order of preference: of an errno, then of a fault result.</summary>
    private static readonly string[] TryAgain = { "EAGAIN", "EBUSY", "Retry", "SigBus" };

    /// <summary>Members that say "not here".</summary>
    private static readonly string[] NotSupported = { "EOPNOTSUPP", "EINVAL", "SigBus" };

    private FailureExit(string statement, string verb)
    {
        Statement = statement;
        Verb = verb;
    }

    /// <summary>The statement, as C#.</summary>
    public string Statement { get; }

    /// <summary>What it does, for a title: <c>return</c>, <c>continue</c>, <c>throw</c>.</summary>
    public string Verb { get; }

    public bool Throws => Verb == "throw";

    /// <summary>
    /// The exit that fits where one of many could not be had: in a loop it goes on with the next;
    /// <see langword="null"/> where only an exception fits.
    /// </summary>
    public static FailureExit? Skip(FixSite site, SyntaxNode place, CancellationToken cancellationToken) =>
        IsInLoop(place) ? new FailureExit("continue;", "continue") : Return(site, place, TryAgain, negativeErrno: false, cancellationToken);

    /// <summary>The exit that fits where the work of the whole body may succeed later; <see langword="null"/> where only an exception fits.</summary>
    public static FailureExit? Later(FixSite site, SyntaxNode place, CancellationToken cancellationToken)
    {
        var answer = Return(site, place, TryAgain, negativeErrno: false, cancellationToken);
        return answer?.Statement == "return;" ? Skip(site, place, cancellationToken) : answer;
    }

    /// <summary>The exit that fits where something is refused for good; <see langword="null"/> where only an exception fits.</summary>
    public static FailureExit? Refusal(FixSite site, SyntaxNode place, CancellationToken cancellationToken) =>
        Return(site, place, NotSupported, negativeErrno: true, cancellationToken);

    /// <summary>Leaves by an <see cref="System.InvalidOperationException"/>.</summary>
    public static FailureExit Throw(FixSite site, SyntaxNode place, string exception, string message)
    {
        var name = site.Model.Compilation.GetTypeByMetadataName("System." + exception)?.ToMinimalDisplayString(site.Model, place.SpanStart)
            ?? "System." + exception;
        return new FailureExit($"throw new {name}(\"{message}\");", "throw");
    }

    /// <summary>How the body itself leaves where the object called <paramref name="name"/> is null; <see langword="null"/> where it never asks.</summary>
    public static FailureExit? OfNullTest(SyntaxNode place, string? name)
    {
        var loop = LoopOf(place);
        foreach (var @if in FunctionOf(place).DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<IfStatementSyntax>())
        {
            var test = AnswerTest.Of(@if.Condition, tested => tested is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
            var exit = @if.Statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : @if.Statement;
            if (test.IfTrue != false || test.IfFalse != true)
            {
                continue;
            }

            switch (exit)
            {
                case ReturnStatementSyntax
                {
                    Expression: null or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
                    or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }
                }:
                    return new FailureExit(exit.ToString(), "return");
                case ContinueStatementSyntax when LoopOf(exit) == loop:
                    return new FailureExit(exit.ToString(), "continue");
            }
        }

        return null;
    }

    private static FailureExit? Return(FixSite site, SyntaxNode place, string[] members, bool negativeErrno, CancellationToken cancellationToken)
    {
        if (site.Model.GetEnclosingSymbol(place.SpanStart, cancellationToken) is not IMethodSymbol { MethodKind: not MethodKind.Constructor and not MethodKind.StaticConstructor } method)
        {
            return null;
        }

        if (IsIterator(place))
        {
            return new FailureExit("yield break;", "return");
        }

        var (type, wrap) = AnswerOf(site, method, place);
        if (type is null)
        {
            return new FailureExit(wrap is null ? "return;" : "return " + wrap + ".CompletedTask;", "return");
        }

        var value = ValueOf(site, type, place, members, negativeErrno);
        return value is null ? null : new FailureExit(wrap is null ? $"return {value};" : Wrapped(site, place, type, wrap, value), "return");
    }

    /// <summary>
    /// The type that a <c>return</c> statement of the method gives, none where it gives nothing; and the task type that
    /// a method which is not <c>async</c> has to wrap it in.
    /// </summary>
    private static (ITypeSymbol? Type, string? Wrap) AnswerOf(FixSite site, IMethodSymbol method, SyntaxNode place)
    {
        if (method.ReturnsVoid)
        {
            return (null, null);
        }

        if (method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" } task
            && task.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks")
        {
            var wrap = method.IsAsync ? null : site.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks." + task.Name)
                ?.ToMinimalDisplayString(site.Model, place.SpanStart);
            return (task.TypeArguments.FirstOrDefault(), wrap);
        }

        return (method.ReturnType, null);
    }

    private static string Wrapped(FixSite site, SyntaxNode place, ITypeSymbol type, string wrap, string value) =>
        $"return {wrap}.FromResult<{type.ToMinimalDisplayString(site.Model, place.SpanStart)}>({value});";

    private static string? ValueOf(FixSite site, ITypeSymbol type, SyntaxNode place, string[] members, bool negativeErrno)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return "false";
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return MemberOf(site, (INamedTypeSymbol)type, place, members);
        }

        if (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
        {
            var errno = site.Model.Compilation.GetTypeByMetadataName("Devmap.Errno");
            return errno is not null && (negativeErrno || SpeaksErrno(place))
                && MemberOf(site, errno, place, members) is { } member ? "-(int)" + member : null;
        }

        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return isNullable ? "null" : null;
    }

    private static string? MemberOf(FixSite site, INamedTypeSymbol type, SyntaxNode place, string[] members)
    {
        var member = members.FirstOrDefault(name => type.GetMembers(name).Any(candidate => candidate is IFieldSymbol));
        return member is null ? null : type.ToMinimalDisplayString(site.Model, place.SpanStart) + "." + member;
    }

    /// <summary>Whether the body answers with negative error numbers already.</summary>
    private static bool SpeaksErrno(SyntaxNode place) =>
        FunctionOf(place).DescendantNodes().OfType<PrefixUnaryExpressionSyntax>()
            .Any(minus => minus.IsKind(SyntaxKind.UnaryMinusExpression) && minus.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == "Errno"));

    private static bool IsInLoop(SyntaxNode place) => LoopOf(place) is { } loop
        && !place.Ancestors().TakeWhile(node => node != loop).Any(node => node is FinallyClauseSyntax);

    private static SyntaxNode? LoopOf(SyntaxNode place) =>
        place.Ancestors().TakeWhile(node => !StatementList.IsFunction(node))
            .FirstOrDefault(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);

    private static bool IsIterator(SyntaxNode place) =>
        FunctionOf(place).DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is YieldStatementSyntax);

    private static SyntaxNode FunctionOf(SyntaxNode place)
    {
        IEnumerable<SyntaxNode> functions = place.Ancestors().Where(StatementList.IsFunction);
        var function = functions.FirstOrDefault();
        return function switch
        {
            null => place.SyntaxTree.GetRoot(),
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local,
            _ => function,
        };
    }
}
