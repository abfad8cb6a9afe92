using Devmap.Analyzers.Contracts.Files;

namespace Devmap.Analyzers.Gate;

/// <summary>The names of what contract files say.</summary>
internal static class FileNames
{
    public static void Add(ContractFileSet files, ContractNames names)
    {
        foreach (LoadedContractFile file in files.Files)
        {
            foreach (ContractEntry entry in file.File.Entries)
            {
                Add(entry.Id, names);
            }
        }
    }

    private static void Add(DocumentationId id, ContractNames names)
    {
        string name = NameOf(id);
        switch (id.Kind)
        {
            case 'A':
                return;
            case 'T':
                names.Add(MentionedNames.Creation);
                break;
            case 'P' when id.Signature.Length > 0:
                names.Add(MentionedNames.Indexer);
                break;
            case 'M' when id.IsConstructor:
                names.Add(MentionedNames.UnnamedCreation);
                names.Add(WithoutArity(id.Container.Substring(id.Container.LastIndexOf('.') + 1)));
                return;
            case 'M' when name == "Invoke":
                names.AddDelegate(WithoutArity(id.Container.Substring(id.Container.LastIndexOf('.') + 1)));
                break;
            case 'M' when name.StartsWith("op_", System.StringComparison.Ordinal):
                names.AdmitAll();
                break;
        }

        names.Add(name);
    }

    /// <summary>The name in code: of an accessor its property's, of an explicit implementation the last part.</summary>
    private static string NameOf(DocumentationId id)
    {
        string name = WithoutArity(id.Name.Substring(id.Name.LastIndexOf('#') + 1));
        return id.Kind == 'M' && name.Length > 4 && (name.StartsWith("get_", System.StringComparison.Ordinal) || name.StartsWith("set_", System.StringComparison.Ordinal))
            ? name.Substring(4)
            : name;
    }

    private static string WithoutArity(string name)
    {
        int tick = name.IndexOf('`');
        return tick < 0 ? name : name.Substring(0, tick);
    }
}
