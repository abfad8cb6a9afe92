using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Source files of a test; one that is given without a path is named by its number, as <c>/0/Test0.cs</c>.</summary>
public class SourceFileList : SourceFileCollection
{
    private readonly string _defaultPrefix;
    private readonly string _defaultExtension;

    public SourceFileList(string defaultPrefix, string defaultExtension)
    {
        _defaultPrefix = defaultPrefix;
        _defaultExtension = defaultExtension;
    }

    public void Add(string content) => Add(ToText(content));

    public void Add(SourceText content) =>
        Add((_defaultPrefix + Count.ToString(CultureInfo.InvariantCulture) + "." + _defaultExtension, content));
}
