using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Gate;

/// <summary>
/// The names of what attributes say in a referenced assembly. The file is the same for many compilations, and is read once
/// only, and once more for those that see what is internal there.
/// </summary>
internal static class MetadataNames
{
    private static readonly ConditionalWeakTable<MetadataReference, ContractNames> s_ofPublic = new();
    private static readonly ConditionalWeakTable<MetadataReference, ContractNames> s_ofAll = new();

    public static ContractNames Of(IAssemblySymbol assembly, Compilation compilation, CancellationToken cancellation)
    {
        MetadataReference? reference = compilation.GetMetadataReference(assembly);
        bool seesInternals = assembly.GivesAccessTo(compilation.Assembly);
        ConditionalWeakTable<MetadataReference, ContractNames> known = seesInternals ? s_ofAll : s_ofPublic;
        if (reference is not null && known.TryGetValue(reference, out ContractNames? names))
        {
            return names;
        }

        names = new ContractNames();
        Add(assembly.GlobalNamespace, seesInternals, new ContractProvider(), names, cancellation);

        // A project that is referenced is another one after each edit.
        return reference is null or CompilationReference ? names : known.GetValue(reference, _ => names);
    }

    private static void Add(INamespaceOrTypeSymbol container, bool seesInternals, ContractProvider contracts, ContractNames names, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            if (!seesInternals && member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                continue;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                Add(inner, seesInternals, contracts, names, cancellation);
            }
            else if (contracts.Of(member).SaysSomething || IsSpokenOf(DelegateIn(member), contracts))
            {
                Add(member, names);
            }
        }

        // Whoever derives from the type inherits what is said of making an instance.
        if (container is INamedTypeSymbol { IsSealed: false } type && !contracts.Of(type).Receiver.IsNone)
        {
            names.Add(MentionedNames.Creation);
        }
    }

    private static void Add(ISymbol member, ContractNames names)
    {
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion }:
                names.AdmitAll();
                break;
            case IMethodSymbol { ContainingType.TypeKind: TypeKind.Delegate }:
                names.AddDelegate(member.ContainingType.Name);
                return;
            case IMethodSymbol { MethodKind: MethodKind.Constructor }:
                names.Add(MentionedNames.UnnamedCreation);
                break;
        }

        names.Add(MentionedNames.Of(member));
    }

    /// <summary>The type of what a member hands out.</summary>
    private static INamedTypeSymbol? DelegateIn(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        _ => null,
    } as INamedTypeSymbol;

    private static bool IsSpokenOf(INamedTypeSymbol? type, ContractProvider contracts) =>
        type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } && contracts.Of(invoke).SaysSomething;
}
