using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Naming;

/// <summary>What the signature of a method that counts by its name says of whom it counts.</summary>
internal static class CountingShape
{
    /// <summary>The clauses of a contract file for the method; <see langword="null"/>: the signature fits no way of counting.</summary>
    /// <param name="method">The definition, not constructed and not reduced.</param>
    /// <param name="name">What its name says.</param>
    public static string? ClausesOf(IMethodSymbol method, CountingName name)
    {
        if (method.Parameters.Any(static parameter => parameter.IsParams))
        {
            return null;
        }

        return CountsAnArgument(method) ? OfArgument(method, name)
            : method.IsStatic || IsLender(method, name) ? OfResult(method, name)
            : OfReceiver(method, name);
    }

    /// <summary>Whether the method counts on what it is given, and so needs its opposite to be told from any other method.</summary>
    public static bool CountsAnArgument(IMethodSymbol method) =>
        method.Parameters.Length > 0 && method.Parameters[0].RefKind == RefKind.None && CanBeCounted(method.Parameters[0].Type);

    // A pool, a manager: it gives out an object that is counted, and is none itself.
    private static bool IsLender(IMethodSymbol method, CountingName name) =>
        name is { Acquires: true, IsCertain: false } && !IsFluent(method) && AnswerType(method) is { } answer && CanBeCounted(answer);

    private static string? OfReceiver(IMethodSymbol method, CountingName name)
    {
        if (OptionsOf(method, 0, name) is not { } options)
        {
            return null;
        }

        return name.Acquires
            ? $"this acquires{options}{(IsFluent(method) ? ", return alias" : "")}"
            : $"this releases{options}";
    }

    private static string? OfArgument(IMethodSymbol method, CountingName name)
    {
        IParameterSymbol counted = method.Parameters[0];
        string target = Target(counted.Name);
        if (!name.Acquires && !method.IsStatic)
        {
            // Who took it back gave it out.
            return $"{target} releases{name.KindOption}{(name.IsCertain ? "" : " of=this")}";
        }

        if (OptionsOf(method, 1, name) is not { } options)
        {
            return null;
        }

        bool isSame = SymbolEqualityComparer.Default.Equals(method.ReturnType, counted.Type);
        return name.Acquires
            ? $"{target} acquires{options}{(isSame ? $", return alias from={counted.Name}" : "")}"
            : $"{target} releases{options}";
    }

    private static string? OfResult(IMethodSymbol method, CountingName name)
    {
        if (!name.Acquires)
        {
            return null;
        }

        if (AnswerType(method) is { } answer && CanBeCounted(answer))
        {
            bool mayBeNull = answer.NullableAnnotation == NullableAnnotation.Annotated;
            return $"return acquires{name.KindOption}{(mayBeNull ? " when notnull" : "")}";
        }

        return null;
    }

    /// <summary>The options that the answer and the parameters from one on ask for; <see langword="null"/>: there are others.</summary>
    private static string? OptionsOf(IMethodSymbol method, int from, CountingName name)
    {
        string when = name.Acquires && AnswerType(method)?.SpecialType == SpecialType.System_Boolean ? " when true" : "";
        if (method.Parameters.Length == from)
        {
            return name.KindOption + when;
        }

        if (method.Parameters.Length != from + 1)
        {
            return null;
        }

        IParameterSymbol last = method.Parameters[from];
        if (name.Acquires && last is { RefKind: RefKind.Ref or RefKind.Out, Type.SpecialType: SpecialType.System_Boolean })
        {
            // Who answers nothing else throws where it fails.
            return $"{name.KindOption} when {Target(last.Name)} true{(method.ReturnsVoid && last.RefKind == RefKind.Ref ? " or throws" : "")}";
        }

        return last.RefKind == RefKind.None && IsNumber(last.Type) ? $"{name.KindOption}{when} count={last.Name}" : null;
    }

    private static bool IsFluent(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    /// <summary>What the caller gets in the end: of a task, what awaiting it yields.</summary>
    private static ITypeSymbol? AnswerType(IMethodSymbol method) =>
        method.ReturnsVoid ? null
        : method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } task
            ? task.TypeArguments.FirstOrDefault()
            : method.ReturnType;

    private static bool CanBeCounted(ITypeSymbol type) =>
        type.SpecialType is SpecialType.None or SpecialType.System_Object or SpecialType.System_IntPtr
        && type.TypeKind is not (TypeKind.Enum or TypeKind.Delegate or TypeKind.Error or TypeKind.Dynamic);

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // A clause begins with 'this', 'return' or 'new', or with a parameter, which may be called like these.
    private static string Target(string parameter) => parameter is "this" or "return" or "new" ? "@" + parameter : parameter;
}
