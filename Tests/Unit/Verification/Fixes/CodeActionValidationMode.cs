namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How far the syntax tree that a fix made is compared with what the compiler reads from its text.</summary>
public enum CodeActionValidationMode
{
    None,

    /// <summary>Nodes and tokens must agree.</summary>
    SemanticStructure,

    /// <summary>White space and comments must hang on the same tokens as well.</summary>
    Full,
}
