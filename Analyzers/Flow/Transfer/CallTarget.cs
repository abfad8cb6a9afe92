using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What is known of a callee without any contract.</summary>
internal static class CallTarget
{
    /// <summary>
    /// The method that a call really reaches as far as the static types tell: <c>using</c> calls
    /// <see cref="IDisposable.Dispose"/>, but the contract is the one of the type's own.
    /// </summary>
    /// <param name="invocation">The call.</param>
    /// <param name="known">The type that the receiver is known to have, whatever it is converted to; <see langword="null"/>: none.</param>
    public static IMethodSymbol Resolve(IInvocationOperation invocation, ITypeSymbol? known)
    {
        IMethodSymbol method = invocation.TargetMethod;
        ITypeSymbol? declared = invocation.Instance is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand.Type : invocation.Instance?.Type;
        ITypeSymbol? type = known is not null && !DerivesFrom(declared, known) ? known : declared;
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct })
        {
            return method;
        }

        if (method is { Name: "DisposeAsync", ContainingType.Name: "ConfiguredAsyncDisposable" })
        {
            return AsyncDisposeOf(type) ?? method;
        }

        return method.ContainingType is { TypeKind: TypeKind.Interface }
            ? type.FindImplementationForInterfaceMember(method.ConstructedFrom) as IMethodSymbol ?? method
            : OverrideIn(type, method) ?? method;
    }

    // `await using (x.ConfigureAwait(false))` disposes x itself.
    private static IMethodSymbol? AsyncDisposeOf(ITypeSymbol type)
    {
        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (@interface is { Name: "IAsyncDisposable", ContainingNamespace.Name: "System" } && @interface.GetMembers("DisposeAsync") is { Length: 1 } members)
            {
                return type.FindImplementationForInterfaceMember(members[0]) as IMethodSymbol;
            }
        }

        return null;
    }

    private static bool DerivesFrom(ITypeSymbol? type, ITypeSymbol from)
    {
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type, from))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    private static IMethodSymbol? OverrideIn(ITypeSymbol type, IMethodSymbol method)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
        {
            return null;
        }

        for (ITypeSymbol? current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, method.ContainingType); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(method.Name))
            {
                for (IMethodSymbol? over = (member as IMethodSymbol)?.OverriddenMethod; over is not null; over = over.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(over, method))
                    {
                        return (IMethodSymbol)member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary><c>value!.Member</c>: the author has said that it is not null.</summary>
    public static bool IsForgiven(IOperation reference) =>
        reference.Syntax is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
        || reference.Syntax.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    public static bool IsTask(ITypeSymbol? type, out ITypeSymbol? result)
    {
        result = null;
        if (type is not INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } } task)
        {
            return false;
        }

        result = task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null;
        return true;
    }

    /// <summary>Nobody expects the exception that is about to be thrown to fail in its constructor.</summary>
    public static bool CreatesException(IOperation operation)
    {
        for (ITypeSymbol? type = (operation as IObjectCreationOperation)?.Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What <c>foreach</c> calls on an array, in terms of the interfaces that arrays had before there were generics.</summary>
    public static bool WalksArray(IOperation operation) => operation is IInvocationOperation
    {
        IsImplicit: true,
        Instance.Type: { Name: "IEnumerable" or "IEnumerator", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } },
    };

    /// <summary>An array, a span or a collection: a counted contract speaks of its elements.</summary>
    public static bool IsSequence(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol || type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" })
        {
            return true;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (@interface.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return type.SpecialType == SpecialType.System_Collections_IEnumerable;
    }

    /// <summary>A bare number or address that stands for something native.</summary>
    public static bool IsHandle(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr || type.TypeKind == TypeKind.Pointer;

    /// <summary>What is given to a collection is in it from then on, whoever says so or not.</summary>
    public static bool IsMemberOfCollection(ISymbol member) => member.ContainingType is { } type && IsSequence(type);

    public static bool DoesNotReturn(ISymbol member)
    {
        if (member is IMethodSymbol { Name: "FailFast", ContainingType: { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } })
        {
            return true;
        }

        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DoesNotReturnAttribute", ContainingNamespace.Name: "CodeAnalysis" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Formatting, comparing, copying, asserting, logging: calls that are known to keep nothing of what they are given.</summary>
    public static bool IsHarmless(ISymbol member)
    {
        if (member.ContainingType is not { } type)
        {
            return false;
        }

        switch (member.Name)
        {
            case "Equals" or "ReferenceEquals" or "CompareTo" or "GetHashCode" or "ToString":
                return true;
        }

        switch (type.Name)
        {
            case "Console" or "GC" or "Math" or "Convert" or "Array" or "Buffer" when IsSystem(type.ContainingNamespace):
            case "String" or "StringBuilder" or "TextWriter" or "StreamWriter" or "StringWriter" when IsSystem(type.ContainingNamespace):
            case "Debug" or "Trace" when type.ContainingNamespace.Name == "Diagnostics":
            case "ArgumentNullException" or "ArgumentException" or "ObjectDisposedException" or "ArgumentOutOfRangeException" when IsSystem(type.ContainingNamespace) && member.IsStatic:
            case "Monitor" when type.ContainingNamespace.Name == "Threading":
            case "Unsafe" when member.Name is "AreSame" or "SizeOf" or "IsNullRef":
                return true;
        }

        return type.Name is "Assert" or "ILogger" or "LoggerExtensions" or "Should" or "ShouldBeTestExtensions";
    }

    public static bool IsSystem(INamespaceSymbol? @namespace)
    {
        while (@namespace is { ContainingNamespace: { IsGlobalNamespace: false } parent })
        {
            @namespace = parent;
        }

        return @namespace?.Name == "System";
    }
}
