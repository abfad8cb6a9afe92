using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How markup is read.</summary>
[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|...|]</c> stands for the analyzer's first rule, even if it has several.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> is code. It always is here; the name lets a test say so for readers that think otherwise.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
