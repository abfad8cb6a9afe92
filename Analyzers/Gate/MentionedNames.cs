using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Gate;

/// <summary>
/// The names that stand in code, as far as the parser can tell. What calls a member without its name (an indexer, the
/// <c>Add</c> of an initializer) has a mark in the place of a name, which no identifier can be mistaken for.
/// </summary>
internal static class MentionedNames
{
    /// <summary>Stands for every indexer.</summary>
    public const string Indexer = "[";

    /// <summary>Stands for the constructor in <c>new()</c>, <c>: this()</c> and <c>: base()</c>.</summary>
    public const string UnnamedCreation = "new()";

    /// <summary>Stands for every constructor that is called, by name or not.</summary>
    public const string Creation = "new";

    // Below that, a sequence of tokens takes the place of recursion: it costs an object for each body, and no stack.
    private const int DeepestRecursion = 100;

    private const string CollectionInitializer = "{";
    private const string Deconstruction = "(";
    private const string Query = "from ";

    private static readonly HashSet<string> QueryMethods = new()
    {
        "Select", "SelectMany", "Where", "Join", "GroupJoin", "GroupBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Cast",
    };

    /// <summary>The mark for code that calls a member of that name without naming it; <see langword="null"/>: there is none.</summary>
    public static string? MarkOf(string name) => name switch
    {
        "Add" => CollectionInitializer,
        "Deconstruct" => Deconstruction,
        _ => QueryMethods.Contains(name) ? Query : null,
    };

    /// <summary>The name, or the mark, by which code uses a member.</summary>
    public static string Of(ISymbol member)
    {
        member = (member as IMethodSymbol)?.AssociatedSymbol ?? member;
        switch (member)
        {
            case IPropertySymbol { IsIndexer: true }:
                return Indexer;
            case IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }:
                return member.ContainingType.Name;
            default:
                // What implements a member of an interface by its full name is used by the last part.
                return member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        }
    }

    /// <summary>Whether the code mentions one of the names.</summary>
    public static bool Any(SyntaxNode code, HashSet<string> names) => Any(code, names, depth: 0);

    private static bool Any(SyntaxNode code, HashSet<string> names, int depth)
    {
        if (depth == DeepestRecursion)
        {
            foreach (SyntaxToken token in code.DescendantTokens())
            {
                if (IsOneOf(token, names))
                {
                    return true;
                }
            }

            return false;
        }

        foreach (SyntaxNodeOrToken part in code.ChildNodesAndTokens())
        {
            if (part.AsNode() is { } node ? Any(node, names, depth + 1) : IsOneOf(part.AsToken(), names))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(SyntaxToken token, HashSet<string> names) =>
        NameOf(token) is { } name && (names.Contains(name) || (name == UnnamedCreation && names.Contains(Creation)));

    /// <summary>All names in the code, each once.</summary>
    public static string[] In(SyntaxNode code)
    {
        var names = new HashSet<string>();
        foreach (SyntaxToken token in code.DescendantTokens())
        {
            if (NameOf(token) is { } name)
            {
                names.Add(name);
                if (name == UnnamedCreation)
                {
                    names.Add(Creation);
                }
            }
        }

        var all = new string[names.Count];
        names.CopyTo(all);
        return all;
    }

    private static string? NameOf(SyntaxToken token)
    {
        switch (token.RawKind)
        {
            case (int)SyntaxKind.IdentifierToken:
                return token.ValueText;
            case (int)SyntaxKind.NewKeyword:
                return token.Parent is ImplicitObjectCreationExpressionSyntax ? UnnamedCreation
                    : token.Parent is ObjectCreationExpressionSyntax ? Creation
                    : null;
            case (int)SyntaxKind.ThisKeyword or (int)SyntaxKind.BaseKeyword:
                return token.Parent is ConstructorInitializerSyntax ? UnnamedCreation : null;
            case (int)SyntaxKind.OpenBracketToken:
                return token.Parent is BracketedArgumentListSyntax ? Indexer : null;
            case (int)SyntaxKind.OpenBraceToken:
                return token.Parent.IsKind(SyntaxKind.CollectionInitializerExpression) ? CollectionInitializer : null;
            case (int)SyntaxKind.OpenParenToken:
                return token.Parent is TupleExpressionSyntax or ParenthesizedVariableDesignationSyntax or PositionalPatternClauseSyntax ? Deconstruction : null;
            case (int)SyntaxKind.FromKeyword:
                return Query;
            default:
                return null;
        }
    }
}
