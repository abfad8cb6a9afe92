using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.FieldRun;

/// <summary>A file that the analyzers are given beside the sources.</summary>
internal sealed class FieldFile(string path) : AdditionalText
{
    // One text for one file, so that it is read once.
    private readonly SourceText _text = SourceText.From(File.ReadAllText(path));

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
