namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>What is held on a page besides the entries that show it: of the pages of a <see cref="Machine"/>, what the program holds.</summary>
internal readonly record struct Holding(int References, int Pins)
{
    private const int PinBias = 1024;

    public bool IsAny => References > 0 || Pins > 0;

    public static Holding Of(Page page)
    {
        int pins = page.PinCount;
        return new Holding(page.RefCount - page.MapCount - (pins * PinBias), pins);
    }
}
