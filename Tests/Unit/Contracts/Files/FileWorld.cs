using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Contract files, and what is read from them for the symbols of a few lines of code.</summary>
internal sealed class FileWorld
{
    private readonly ContractWorld _code;

    private FileWorld(ContractWorld code, ContractFileSet files)
    {
        _code = code;
        Files = files;
        Contracts = new ContractProvider(files);
    }

    public ContractFileSet Files { get; }

    public ContractProvider Contracts { get; }

    /// <summary>Code free of errors beside contract files that are called <c>1.RefContracts.txt</c> and so on.</summary>
    public static FileWorld Of(string source, params string[] files) => new(ContractWorld.Of(source), Load(files));

    public static ContractFileSet Load(params string[] files) =>
        ContractFileSet.Load(
            [.. files.Select((text, index) => (AdditionalText)new MemoryFile($"/{index + 1}.RefContracts.txt", text))],
            CancellationToken.None);

    public static ContractFile Read(string text) => ContractFile.Of(SourceText.From(text), CancellationToken.None);

    public ISymbol Member(string type, string name) => _code.Member(type, name);

    public MemberContract Of(string type, string name) => Contracts.Of(Member(type, name));

    public MemberContract OfType(string name) => Contracts.Of(_code.Type(name));

    /// <summary>The contract of every constructor, method, property and field of a type that has one, by its id.</summary>
    public ImmutableDictionary<string, MemberContract> All(string type) =>
        _code.Type(type).GetMembers()
            .Where(member => Contracts.Of(member).SaysSomething)
            .ToImmutableDictionary(member => member.GetDocumentationCommentId()!, Contracts.Of);
}
