using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Offers the name that is there already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class IdleFix : RenameFix
{
    protected override string? Rename(string name) => name;
}
