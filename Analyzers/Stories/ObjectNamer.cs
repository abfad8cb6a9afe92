using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Stories;

/// <summary>What a user calls an object.</summary>
internal static class ObjectNamer
{
    /// <summary>The local or parameter that names it.</summary>
    public static string? VariableOf(Value value, FlowState state, BodyContext body)
    {
        string? found = null;
        for (int i = 0; i < state.Names.Count; i++)
        {
            Name name = body.Names[state.Names.KeyAt(i)];
            if (state.Names.ValueAt(i) == value && name.IsVariable)
            {
                found = name.Symbol!.Name;
                break;
            }
        }

        return found ?? WithPart(DeclaredFor(value, body), value, body);
    }

    private static string? WithPart(string? carrier, Value value, BodyContext body) =>
        carrier is not null && body.SiteOf(value)?.Part is { } part ? $"{carrier}.{part}" : carrier;

    /// <summary>Where no variable does: the member that holds it, or the expression that it came from.</summary>
    public static string Describe(Value value, FlowState state, BodyContext body)
    {
        if (value == body.ThisValue)
        {
            return "this";
        }

        for (int i = 0; i < state.Names.Count; i++)
        {
            Name name = body.Names[state.Names.KeyAt(i)];
            if (state.Names.ValueAt(i) == value && name.Symbol is { } member)
            {
                return member.Name;
            }
        }

        if (body.SiteOf(value)?.Source is (INamedTypeSymbol or IFieldSymbol or IPropertySymbol) and { } source)
        {
            return source.Name;
        }

        return body.SiteOf(value) is { } site ? StoryTeller.Shorten(site.Place) : "object";
    }

    /// <summary>The field of the object at work that holds it.</summary>
    public static string? OwnFieldOf(Value value, BodyContext body) =>
        body.SiteOf(value) is { Source: IFieldSymbol field } site && (field.IsStatic || site.Container == body.ThisValue.Id) ? field.Name : null;

    /// <summary>As <see cref="LocationOf"/>, but of a method its name: what it leaves undone has no better place.</summary>
    public static Location HeadOf(SyntaxNode place) => place switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        DestructorDeclarationSyntax finalizer => finalizer.Identifier.GetLocation(),
        _ => LocationOf(place),
    };

    /// <summary>Of a parameter its name, without type and attributes; of an initializer its value; of a whole body its end.</summary>
    public static Location LocationOf(SyntaxNode place) => place switch
    {
        ParameterSyntax parameter => parameter.Identifier.GetLocation(),
        EqualsValueClauseSyntax initializer => initializer.Value.GetLocation(),
        BaseMethodDeclarationSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } => body.Expression.GetLocation(),
        AccessorDeclarationSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        AccessorDeclarationSyntax { ExpressionBody: { } body } => body.Expression.GetLocation(),
        LocalFunctionStatementSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        LocalFunctionStatementSyntax { ExpressionBody: { } body } => body.Expression.GetLocation(),
        AnonymousFunctionExpressionSyntax { Block: { } body } => body.CloseBraceToken.GetLocation(),
        ArrowExpressionClauseSyntax arrow => arrow.Expression.GetLocation(),
        _ => place.GetLocation(),
    };

    public static ITypeSymbol? TypeOf(Value value) => (value as OpaqueValue)?.Type;

    /// <summary>The constant of the argument's enum that asks for what is rejected.</summary>
    public static string? FlagOf(RejectedTrait rejected, ISymbol? member)
    {
        if (rejected.Flag is not { } flag || member is not IMethodSymbol method)
        {
            return null;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Name != rejected.Argument || parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
            {
                continue;
            }

            foreach (ISymbol constant in @enum.GetMembers())
            {
                if (constant is IFieldSymbol { HasConstantValue: true } field && System.Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == flag)
                {
                    return $"{@enum.Name}.{field.Name}";
                }
            }
        }

        return null;
    }

    public static string JumpWord(SyntaxNode exit) => exit switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax => "the method throws",
        YieldStatementSyntax { ReturnOrBreakKeyword.RawKind: (int)SyntaxKind.ReturnKeyword } => "the consumer stops",
        BreakStatementSyntax => "the loop or switch is left",
        ContinueStatementSyntax => "the loop goes on",
        GotoStatementSyntax => "the block is left",
        _ => "the method returns",
    };

    // The variable that was declared with it, though it has been forgotten since.
    private static string? DeclaredFor(Value value, BodyContext body)
    {
        SyntaxNode? node = body.SiteOf(value)?.Place;
        while (node?.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax)
        {
            node = node.Parent;
        }

        return node?.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText,
            _ => node switch
            {
                ParameterSyntax parameter => parameter.Identifier.ValueText,
                DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } => designation.Identifier.ValueText,
                _ => null,
            },
        };
    }
}
