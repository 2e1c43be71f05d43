//! What holds for the whole house: a file for each subject.

mod arrows;
mod build;
mod check;
mod conform;
mod corpus;
mod folder;
mod gate;
mod hostile;
mod house;
mod kill;
mod library;
mod pictures;
mod read;
mod ruin;
mod scripts;
