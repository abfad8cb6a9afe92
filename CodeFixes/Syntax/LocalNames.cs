using System.Collections.Generic;
using System.Linq;
using Humanizer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Names for the locals that fixes introduce: from the called member, else from the type, else <c>result</c>.</summary>
internal static class LocalNames
{
    private const string Fallback = "result";

    /// <summary>First words of members that return what their other words say.</summary>
    private static readonly HashSet<string> Getters = new()
    {
        "get", "read", "load", "find", "fetch", "create", "make", "compute", "calculate", "lookup", "resolve", "pop", "dequeue", "peek", "take",
        "rent", "open", "acquire", "allocate", "alloc",
    };

    /// <summary>A name for the value of <paramref name="expression"/> that nothing in scope has.</summary>
    public static string For(SemanticModel model, ExpressionSyntax expression, ITypeSymbol? type) =>
        Unique(model, expression, FromMember(expression) ?? FromType(type) ?? Fallback);

    /// <summary>A name for an object of <paramref name="type"/> that nothing in scope has.</summary>
    public static string For(SemanticModel model, SyntaxNode place, ITypeSymbol type) =>
        Unique(model, place, FromType(type) ?? Fallback);

    /// <summary><paramref name="name"/>, with a number where something in scope has it already.</summary>
    public static string For(SemanticModel model, SyntaxNode place, string name) => Unique(model, place, name);

    private static string? FromMember(ExpressionSyntax expression)
    {
        var member = expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => "Get" + access.Name.Identifier.ValueText,
            _ => string.Empty,
        };
        var words = member.Humanize(LetterCasing.LowerCase).Split(' ');
        return words.Length > 1 && Getters.Contains(words[0])
            ? Usable(string.Join(" ", words.Skip(1)).Dehumanize().Camelize())
            : null;
    }

    private static string? FromType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => FromType(array.ElementType)?.Pluralize(inputIsKnownToBeSingular: false),
        INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: not TypeKind.Error, IsTupleType: false, IsGenericType: false } named => Usable(named.Name.Camelize()),
        _ => null,
    };

    private static string? Usable(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : null;

    private static string Unique(SemanticModel model, SyntaxNode place, string name)
    {
        var function = place.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            ?? place.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(function.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(place.SpanStart).Select(symbol => symbol.Name));
        var candidate = name;
        for (var number = 2; taken.Contains(candidate); number++)
        {
            candidate = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
