using System;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>A documentation-comment id, as the compiler writes it into XML files, taken apart as far as its names go.</summary>
/// <remarks>
/// Whom it means is decided by comparing it with the ids that the compiler makes, so the types in a signature need not be
/// understood. <c>A:</c> for assemblies is our own: the compiler has no ids for them.
/// </remarks>
internal sealed class DocumentationId
{
    private const string Prefixes = "MPFTA";

    private DocumentationId(string text, int nameStart, int nameEnd)
    {
        Text = text;
        Container = nameStart > 2 ? text.Substring(2, nameStart - 3) : "";
        Name = text.Substring(nameStart, nameEnd - nameStart);
        Signature = text.Substring(nameEnd);
    }

    public string Text { get; }

    /// <summary><c>M</c> for methods, <c>P</c>, <c>F</c>, <c>T</c>, or <c>A</c> for assemblies.</summary>
    public char Kind => Text[0];

    /// <summary>The namespaces and types around it, separated by dots; of an assembly nothing.</summary>
    public string Container { get; }

    /// <summary>The simple name with its number of type parameters: <c>Rent</c>, <c>#ctor</c>, <c>Get``1</c>, <c>ArrayPool`1</c>.</summary>
    public string Name { get; }

    /// <summary>The parameter list and the result of a conversion, or nothing.</summary>
    public string Signature { get; }

    public bool IsConstructor => Kind == 'M' && Name == "#ctor";

    /// <summary>Whether it can have parameters.</summary>
    public bool IsParameterized => Kind is 'M' or 'P';

    /// <param name="text">The id.</param>
    /// <param name="problem">Where it is not one, what is wrong with the text from <paramref name="at"/> on.</param>
    /// <param name="at">The offset in <paramref name="text"/>.</param>
    public static DocumentationId? Parse(string text, out string problem, out int at)
    {
        at = 0;
        problem = PrefixProblem(text);
        if (problem.Length > 0)
        {
            return null;
        }

        if (HasBlank(text, out at))
        {
            problem = "there is a blank in the id";
            return null;
        }

        int nameStart = 2;
        int nameEnd = text.Length;
        int depth = 0;
        for (int i = 2; i < text.Length && nameEnd == text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '.' when depth == 0 && text[0] != 'A':
                    nameStart = i + 1;
                    break;
                case '(' or '~' when depth == 0 && text[0] is 'M' or 'P':
                    nameEnd = i;
                    break;
            }
        }

        if (!IsBalanced(text, out at))
        {
            problem = "the brackets of the id do not match";
            return null;
        }

        if (nameEnd == nameStart || (nameStart == 2 && text[0] is not ('T' or 'A')) || text.IndexOf("..", 0, nameEnd, StringComparison.Ordinal) >= 0 || text[2] == '.')
        {
            at = 2;
            problem = text[0] is 'T' or 'A' ? "there is no name in the id" : "the id has to name the type and its member, separated by a dot";
            return null;
        }

        return new DocumentationId(text, nameStart, nameEnd);
    }

    private static string PrefixProblem(string text)
    {
        if (text.Length > 1 && text[1] == ':' && Prefixes.IndexOf(text[0]) >= 0)
        {
            return "";
        }

        return text.Length > 1 && text[1] == ':' && text[0] is 'E' or 'N'
            ? $"nothing can be said of {(text[0] == 'E' ? "an event; its accessors are methods" : "a namespace")}"
            : "an id begins with 'M:', 'P:', 'F:', 'T:' or 'A:'";
    }

    private static bool HasBlank(string text, out int at)
    {
        for (at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))
            {
                return true;
            }
        }

        at = 0;
        return false;
    }

    /// <summary>Whether every bracket has its other half. Ids nest a few levels deep; more than a few dozen are no id.</summary>
    private static bool IsBalanced(string text, out int at)
    {
        const int DeepestNesting = 64;
        var open = new char[DeepestNesting];
        int depth = 0;
        for (at = 0; at < text.Length; at++)
        {
            char closing = text[at] switch { '(' => ')', '[' => ']', '{' => '}', _ => '\0' };
            if (closing != '\0')
            {
                if (depth == DeepestNesting)
                {
                    return false;
                }

                open[depth++] = closing;
            }
            else if (text[at] is ')' or ']' or '}' && (depth == 0 || open[--depth] != text[at]))
            {
                return false;
            }
        }

        at = text.Length - 1;
        return depth == 0;
    }
}
