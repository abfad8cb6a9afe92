using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Gate;

/// <summary>
/// The names that the sources of a compilation add: of members with contract attributes, of aliases, and of methods that
/// mention a name themselves and handle counted objects: what they do is told from their bodies.
/// </summary>
internal sealed class SourceNames
{
    private readonly Compilation _compilation;
    private readonly Func<IMethodSymbol, bool> _handlesCounted;
    private readonly ContractNames _names;
    private readonly HashSet<string> _words = new(ContractNames.AttributeWords);
    private readonly HashSet<string> _wordsOfInstances = new(ContractNames.AttributeWords.Where(static word =>
        !word.StartsWith("TrustedContract", StringComparison.Ordinal)
        && !word.StartsWith("BorrowedByDefault", StringComparison.Ordinal)
        && !word.StartsWith("HasTrait", StringComparison.Ordinal)));
    private readonly List<SyntaxTree> _silent;
    private readonly List<UsingDirectiveSyntax> _aliases;
    private readonly List<Candidate> _candidates = new();
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new();

    private SourceNames(Compilation compilation, Func<IMethodSymbol, bool> handlesCounted, ContractNames names)
    {
        _names = names;
        _compilation = compilation;
        _handlesCounted = handlesCounted;
        _silent = compilation.SyntaxTrees.ToList();
        _aliases = compilation.SyntaxTrees.SelectMany(static tree => UsingsOf(tree.GetRoot())).Where(static directive => directive.Alias is not null).ToList();
    }

    /// <param name="compilation">The compilation.</param>
    /// <param name="handlesCounted">Whether counted objects go into a method or come out of it.</param>
    /// <param name="names">What is known so far; grows.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The files that mention a name.</returns>
    public static HashSet<SyntaxTree> Add(Compilation compilation, Func<IMethodSymbol, bool> handlesCounted, ContractNames names, CancellationToken cancellation)
    {
        var source = new SourceNames(compilation, handlesCounted, names);
        do
        {
            while (source.AddAliases())
            {
            }

            // Before anything that is declared with them, under whatever alias.
            source.AddDelegates(cancellation);
            while (source.AddAliases())
            {
            }
        }
        while (source.AddRound(cancellation));

        return new HashSet<SyntaxTree>(compilation.SyntaxTrees.Except(source._silent));
    }

    // An alias may stand in another file, and be made of another alias.
    private bool AddAliases()
    {
        bool grew = false;
        foreach (UsingDirectiveSyntax alias in _aliases)
        {
            string name = alias.Alias!.Name.Identifier.ValueText;
            if (MentionedNames.Any(alias, _words))
            {
                grew |= _words.Add(name) | _wordsOfInstances.Add(name);
            }

            if (MentionedNames.Any(alias, _names.Names))
            {
                grew |= _names.Add(name);
            }

            if (MentionedNames.Any(alias, _names.Delegates))
            {
                grew |= _names.AddDelegate(name);
            }
        }

        return grew;
    }

    private void AddDelegates(CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in _silent)
        {
            if (TreeNames.Any(tree, _words, cancellation))
            {
                foreach (DelegateDeclarationSyntax type in tree.GetRoot(cancellation).DescendantNodes(IsContainer).OfType<DelegateDeclarationSyntax>())
                {
                    if (HasWord(type))
                    {
                        _names.AddDelegate(type.Identifier.ValueText);
                    }
                }
            }
        }
    }

    private static bool IsContainer(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

    /// <returns>Whether there is a new name, which others may mention.</returns>
    private bool AddRound(CancellationToken cancellation)
    {
        bool grew = false;
        for (int i = _silent.Count - 1; i >= 0; i--)
        {
            SyntaxTree tree = _silent[i];
            if (TreeNames.Any(tree, _names.Names, cancellation))
            {
                _silent.RemoveAt(i);
                grew |= AddDeclarations(tree.GetRoot(cancellation));
            }
        }

        for (int i = _candidates.Count - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            Candidate candidate = _candidates[i];
            if (MentionedNames.Any(candidate.Code, _names.Names))
            {
                _candidates.RemoveAt(i);
                grew |= IsHelper(candidate.Declaration, cancellation) && _names.Add(candidate.Name);
            }
        }

        return grew;
    }

    private bool IsHelper(SyntaxNode declaration, CancellationToken cancellation)
    {
        if (!_models.TryGetValue(declaration.SyntaxTree, out SemanticModel? model))
        {
            _models.Add(declaration.SyntaxTree, model = _compilation.GetSemanticModel(declaration.SyntaxTree));
        }

        ISymbol? symbol = model.GetDeclaredSymbol(declaration, cancellation);
        return ((symbol as IPropertySymbol)?.GetMethod ?? symbol) is IMethodSymbol method && _handlesCounted(method);
    }

    private bool AddDeclarations(SyntaxNode root)
    {
        bool grew = false;
        foreach (SyntaxNode node in root.DescendantNodes(IsContainer))
        {
            if (node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax)
            {
                grew |= Add((MemberDeclarationSyntax)node);
            }
        }

        return grew;
    }

    private bool Add(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case TypeDeclarationSyntax type:
                return HasWord(PartsOf(type), _words) && AddType(type);
            case OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax:
                if (HasWord(member))
                {
                    _names.AdmitAll();
                }

                return false;
            case MethodDeclarationSyntax method:
                return AddMember(method, method.Identifier.ValueText);
            case PropertyDeclarationSyntax property:
                return AddMember(property, property.Identifier.ValueText);
            case IndexerDeclarationSyntax indexer:
                return AddMember(indexer, MentionedNames.Indexer);
            case ConstructorDeclarationSyntax constructor:
                return HasWord(constructor) && (_names.Add(MentionedNames.UnnamedCreation) | _names.Add(constructor.Identifier.ValueText));
            case DestructorDeclarationSyntax destructor:
                return HasWord(destructor) && _names.Add("Finalize");
            case BaseFieldDeclarationSyntax field:
                return (HasWord(field) || HoldsDelegate(field)) && AddAll(field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText));
            default:
                return false;
        }
    }

    /// <summary>What is said at a type is said of making instances, of the properties of a record, and of all members of an extension block.</summary>
    private bool AddType(TypeDeclarationSyntax type)
    {
        bool grew = HasWord(PartsOf(type), _wordsOfInstances)
            && (_names.Add(MentionedNames.Creation) | _names.Add(MentionedNames.UnnamedCreation) | _names.Add(type.Identifier.ValueText));
        if (type is RecordDeclarationSyntax { ParameterList: { } list })
        {
            grew |= AddAll(list.Parameters.Select(static parameter => parameter.Identifier.ValueText));
        }

        return type.Identifier.ValueText.Length > 0
            ? grew
            : AddAll(type.Members.Select(static member => (member as MethodDeclarationSyntax)?.Identifier.ValueText ?? (member as PropertyDeclarationSyntax)?.Identifier.ValueText ?? "")) | grew;
    }

    private bool AddMember(MemberDeclarationSyntax member, string name)
    {
        if (HasWord(member) || HoldsDelegate(member))
        {
            return _names.Add(name);
        }

        if (!_names.Names.Contains(name) && Candidate.Of(member, name) is { } candidate)
        {
            _candidates.Add(candidate);
        }

        return false;
    }

    private bool AddAll(IEnumerable<string> names)
    {
        bool grew = false;
        foreach (string name in names)
        {
            grew |= _names.Add(name);
        }

        return grew;
    }

    private static IEnumerable<SyntaxNode> PartsOf(TypeDeclarationSyntax type) => type.ChildNodes().Where(static child => child is not MemberDeclarationSyntax);

    // Its type, what it returns, or a parameter of it.
    private bool HoldsDelegate(MemberDeclarationSyntax member) => _names.Delegates.Count > 0
        && member.ChildNodes().Any(part => part is TypeSyntax or ParameterListSyntax or VariableDeclarationSyntax && MentionedNames.Any(part, _names.Delegates));

    // Nearly no member has an attribute.
    private bool HasWord(MemberDeclarationSyntax member) => HasAttributes(member) && HasWord(new[] { member }, _words);

    private static bool HasAttributes(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.AttributeLists.Count > 0 || method.ParameterList.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0),
        _ => true,
    };

    private static bool HasWord(IEnumerable<SyntaxNode> parts, HashSet<string> words)
    {
        foreach (SyntaxNode part in parts)
        {
            // Attributes in the body are those of its own functions.
            foreach (SyntaxNode inner in part.DescendantNodesAndSelf(static node => node is not (StatementSyntax or ExpressionSyntax)))
            {
                if (inner is AttributeSyntax attribute && MentionedNames.Any(attribute.Name, words))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A member that may turn out to count, and the parts of it that run. Types in its header are no members.</summary>
    private readonly record struct Candidate(MemberDeclarationSyntax Declaration, string Name, SyntaxNode Code)
    {
        public static Candidate? Of(MemberDeclarationSyntax declaration, string name) => CodeOf(declaration) is { } code ? new Candidate(declaration, name, code) : null;

        private static SyntaxNode? CodeOf(MemberDeclarationSyntax declaration) => declaration switch
        {
            MethodDeclarationSyntax method => method.Body ?? (SyntaxNode?)method.ExpressionBody,
            PropertyDeclarationSyntax property => property.AccessorList ?? (SyntaxNode?)property.ExpressionBody,
            IndexerDeclarationSyntax indexer => indexer.AccessorList ?? (SyntaxNode?)indexer.ExpressionBody,
            _ => null,
        };
    }
}
