using Devmap.Contracts;

// Nothing here keeps what it is given without saying so.
[assembly: BorrowedByDefault]
