using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>A list of statements in which one more can stand: a block, a switch section, the top level of a program.</summary>
internal sealed class StatementList
{
    private StatementList(SyntaxNode container, IReadOnlyList<StatementSyntax> statements)
    {
        Container = container;
        Statements = statements;
    }

    public SyntaxNode Container { get; }

    public IReadOnlyList<StatementSyntax> Statements { get; }

    /// <summary>The statement that contains the whole list and stands in a list itself; none for the body of a function.</summary>
    public StatementSyntax? Owner => Listed(Container.Ancestors());

    /// <summary>The list in which <paramref name="statement"/> stands; none for the embedded statement of an <c>if</c> or a loop.</summary>
    public static StatementList? OfMember(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => Of(block),
        SwitchSectionSyntax section => new StatementList(section, section.Statements),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => Of(unit),
        LabeledStatementSyntax labeled => OfMember(labeled),
        _ => null,
    };

    public static StatementList Of(BlockSyntax block) => new(block, block.Statements);

    public static StatementList Of(CompilationUnitSyntax unit) =>
        new(unit, unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList());

    /// <summary>The statement around <paramref name="node"/> that stands in a list, within the same function.</summary>
    public static StatementSyntax? StatementAround(SyntaxNode node) => Listed(node.AncestorsAndSelf());

    /// <summary>The innermost statement around <paramref name="node"/>, in a list or embedded, within the same function.</summary>
    public static StatementSyntax? InnermostStatement(SyntaxNode node) =>
        node.AncestorsAndSelf().TakeWhile(IsInside).OfType<StatementSyntax>().FirstOrDefault();

    public int IndexOf(SyntaxNode node)
    {
        for (var index = 0; index < Statements.Count; index++)
        {
            if (Statements[index].FullSpan.Contains(node.Span))
            {
                return index;
            }
        }

        return -1;
    }

    public bool Contains(SyntaxNode node) => IndexOf(node) >= 0;

    /// <summary>Whether <paramref name="node"/> has a body of its own, into which control does not simply pass.</summary>
    public static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            || (node is MemberDeclarationSyntax and not GlobalStatementSyntax);

    private static bool IsInside(SyntaxNode node) => !IsFunction(node);

    private static StatementSyntax? Listed(IEnumerable<SyntaxNode> ancestors) =>
        ancestors.TakeWhile(IsInside).OfType<StatementSyntax>().FirstOrDefault(statement => OfMember(statement) is not null);
}
