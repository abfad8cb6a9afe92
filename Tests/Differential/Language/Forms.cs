namespace Devmap.Tests.Differential.Language;

internal enum Kind
{
    Ref,
    Pin,
}

/// <summary>The conditional acquires of an item: one for each answer that a contract can name.</summary>
internal enum Form
{
    TryGet,
    IsGone,
    GetOrErrno,
    GetIfLive,
    GetCount,
    GetSlot,
    GetStatus,
    TryPin,
}

/// <summary>What can be done to an item.</summary>
internal enum Operation
{
    Get,
    Put,
    Close,
    Give,
    Pin,
    Unpin,
    Read,
    Lend,
}

internal static class Forms
{
    public static Kind KindOf(Form form) => form == Form.TryPin ? Kind.Pin : Kind.Ref;

    /// <summary>Whether the answer is a bool; otherwise a number, or an enum.</summary>
    public static bool IsBool(Form form) => form is Form.TryGet or Form.IsGone or Form.TryPin;

    /// <summary>The answers that tell every comparison apart, and whether each stands for success.</summary>
    public static (int Answer, bool Succeeds)[] Answers(Form form) => form switch
    {
        Form.IsGone => [(0, true), (1, false)],
        Form.TryGet or Form.TryPin => [(1, true), (0, false)],
        Form.GetOrErrno => [(0, true), (-1, false), (1, false)],
        Form.GetIfLive => [(1, true), (-1, true), (0, false)],
        Form.GetCount => [(1, true), (0, false), (-1, false)],
        Form.GetSlot => [(0, true), (1, true), (-1, false)],
        _ => [(0, true), (1, false), (2, false)],
    };

    /// <summary>The comparison that is true where the call succeeded.</summary>
    public static string Success(Form form, int style) => form switch
    {
        Form.GetOrErrno => " == 0",
        Form.GetIfLive => " != 0",
        Form.GetCount => style % 2 == 0 ? " > 0" : " >= 1",
        Form.GetSlot => style % 2 == 0 ? " >= 0" : " > -1",
        Form.GetStatus => " == Status.Ok",
        _ => "",
    };
}
